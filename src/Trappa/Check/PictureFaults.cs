using System.Collections.Frozen;
using System.Collections.Immutable;
using Markdig.Syntax.Inlines;
using Trappa.Diagnostics;
using Trappa.Model;
using Trappa.Pictures;

namespace Trappa.Check;

/// <summary>
/// TR011–TR014: pictures that browsers do not show, are something else than their names say, are broken, or have more
/// pixels than anyone can look at. Without decoding them: what only shows then is told when the site is made.
/// </summary>
internal static class PictureFaults
{
    public static IEnumerable<Diagnostic> Check(CheckInput input)
    {
        var found = input.Guide.Attachments.Where(a => a.Picture?.Fault is not null).ToList();
        var places = found.Count == 0 ? FrozenDictionary<string, Place>.Empty : Places(input.Guide);
        return found.Select(a => Told(a, a.Picture!.Fault!, places, input.Guide));
    }

    /// <summary>Where each picture is first shown by a text of the guide, by its address.</summary>
    public static FrozenDictionary<string, Place> Places(Guide guide) =>
        (from text in guide.Texts()
         from image in text.Links
         where image.IsImage
         let address = text.Targets.TryGetValue(image, out var target) ? (target as AddressTarget)?.Address : image.Url
         where address is not null
         select (Address: address, Place: text.PlaceOf(image)))
        .GroupBy(i => i.Address, i => i.Place, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Min(), StringComparer.Ordinal);

    /// <summary>A fault where the picture is shown, or at its file where no text shows it.</summary>
    public static Diagnostic Told(Attachment file, PictureFault fault, FrozenDictionary<string, Place> places, Guide guide) =>
        new(fault.Code, places.TryGetValue(file.Address, out var place) ? place : new(file.File),
            (ImmutableArray<(string, string)>)[("file", Path.GetFileName(file.File)), .. fault.Values.Select(v => v.Name == "kind" ? (v.Name, InWords(v.Value, guide)) : v)]);

    private static string InWords(string kind, Guide guide) => kind switch
    {
        "" => guide.Language.Word("picture_unknown"),
        "HTML" => guide.Language.Word("picture_web_page"),
        _ => kind,
    };
}
