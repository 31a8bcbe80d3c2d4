using System.Text;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Tests.Languages;

namespace Trappa.Tests.Diagnostics;

/// <summary><c>codes.md</c>, the list for readers, is written from the table and the languages' files.</summary>
public class ListOfCodes
{
    private static readonly (string Title, int First)[] Groups =
    [
        ("Files and folders", 0), ("YAML, front matter and settings", 100), ("Markdown and references", 200),
        ("The guide as a whole", 300), ("Templates and finished pages", 400), ("Writing", 500), ("Editions", 600),
        ("Words, forms for editors, and what readers are owed", 700),
    ];

    [Fact]
    public void The_list_of_codes_is_up_to_date() =>
        Repository.Expect(Repository.PathOf("src", "Trappa", "Diagnostics", "codes.md"), List());

    private static string List()
    {
        var (english, swedish) = (Strings.Read("en"), Strings.Read("sv"));
        var text = new StringBuilder("""
            # What can be wrong

            Made from `Codes.cs` and `templates/strings/` by a test; `TRAPPA_ACCEPT=1 dotnet test` makes it anew. An error stops
            the build and leaves the site that stands alone; a warning does not. Words in braces are filled in: a name, a number,
            the nearest names there are.

            """);
        foreach (var (title, first) in Groups)
        {
            text.Append("\n## ").Append(title).Append('\n');
            foreach (var code in Codes.All.Where(c => int.Parse(c.Id.AsSpan(2)) / 100 * 100 == first))
            {
                text.Append("\n### ").Append(code.Id).Append(' ').Append(code.Name)
                    .Append(code.Severity == Severity.Error ? " (error)\n" : " (warning)\n");
                Append(text, english, code.Id);
                Append(text, swedish, code.Id);
            }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Language language, string id) => text
        .Append("\n**").Append(language.Code).Append("** ").Append(Shown(language.Message(id)))
        .Append("  \n").Append(Shown(language.Remedy(id)))
        .Append("\n```\n").Append(language.Example(id)).Append("\n```\n")
        .Append(language.Code == "sv" ? "rätt:" : "right:").Append("\n```\n").Append(language.Right(id)).Append("\n```\n");

    // What Markdown would take for marks is shown as it stands.
    private static string Shown(string text) => string.Concat(text.Select(c => c is '<' or '*' or '[' or ']' or '#' or '`' or '_' ? "\\" + c : c.ToString()));
}
