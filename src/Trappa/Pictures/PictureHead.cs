namespace Trappa.Pictures;

/// <summary>What a picture's file says of it before anything is decoded.</summary>
/// <param name="Width">Pixels across as they lie in the file; 0 where a drawing does not say.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Orientation">Which way up it is, as <see cref="Pictures.Orientation"/> has it.</param>
internal readonly record struct PictureHead(int Width, int Height, int Orientation = Pictures.Orientation.Upright)
{
    /// <summary>The same as a reader sees it: upright.</summary>
    public (int Width, int Height) Shown => Pictures.Orientation.IsSideways(Orientation) ? (Height, Width) : (Width, Height);
}
