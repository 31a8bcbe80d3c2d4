using Trappa.Render;

namespace Trappa.Tests.Render;

/// <summary>A file is the same, whether it was made in one piece or in several.</summary>
public class FilesInPieces
{
    [Fact]
    public void Its_bytes_are_those_of_its_pieces_one_after_another()
    {
        var file = new OutputFile("a", ["ab"u8.ToArray(), default, "c"u8.ToArray()]);
        Assert.Equal("abc"u8.ToArray(), file.Bytes.ToArray());
        Assert.Equal(3, file.Length);
        Assert.True(file.IsMade);
    }

    [Fact]
    public void One_piece_is_not_copied()
    {
        var bytes = "ab"u8.ToArray();
        Assert.True(new OutputFile("a", bytes).Bytes.Equals(bytes));
    }

    [Fact]
    public void What_nobody_asks_for_is_not_made()
    {
        var made = 0;
        var file = new OutputFile("a", () => { made++; return "ab"u8.ToArray(); });
        Assert.False(file.IsMade);
        Assert.Equal(2, file.Length);
        Assert.Equal(2, file.Bytes.Length);
        Assert.Equal(1, made);
    }
}
