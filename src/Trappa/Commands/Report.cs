using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Diagnostics.Printers;
using Trappa.Languages;

namespace Trappa.Commands;

/// <summary>Writes diagnostics in the form that was asked for, where that form belongs.</summary>
internal static class Report
{
    public static void Write(ImmutableArray<Diagnostic> diagnostics, Language language, string format, Surroundings surroundings)
    {
        switch (format)
        {
            case "json":
                surroundings.Output.Write(JsonPrinter.Print(diagnostics, language));
                break;
            case "sarif":
                surroundings.Output.Write(SarifPrinter.Print(diagnostics, language));
                break;
            case "github":
                surroundings.Output.Write(GitHubPrinter.Print(diagnostics, language));
                break;
            default:
                surroundings.Error.Write(TextPrinter.Print(diagnostics, language, surroundings.Colour ? Palette.Coloured : Palette.Plain));
                break;
        }
    }
}
