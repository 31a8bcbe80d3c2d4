using System.Text.Encodings.Web;
using System.Text.Json;
using Trappa.Model;
using Trappa.Render.Assets;

namespace Trappa.Render.Files;

/// <summary>What a phone that installs the site is told (W3C Web Application Manifest). Addresses in it are relative to it.</summary>
internal static class WebManifest
{
    /// <summary>The manifest.</summary>
    /// <param name="guide">The guide.</param>
    /// <param name="assets">Icons, where they could be drawn, and colours.</param>
    public static OutputFile Of(Guide guide, SiteAssets assets)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", FileText.Of(guide.Site.Title));
            json.WriteString("short_name", FileText.Of(guide.Site.Title));
            if (guide.Site.Description.Length > 0)
            {
                json.WriteString("description", FileText.Of(guide.Site.Description));
            }
            json.WriteString("lang", guide.Language.Code);
            json.WriteString("dir", guide.Language.Direction);
            json.WriteString("start_url", "./");
            json.WriteString("scope", "./");
            json.WriteString("display", "standalone");
            json.WriteString("background_color", HexColour.Text(assets.Colours.Paper));
            json.WriteString("theme_color", HexColour.Text(assets.Colours.Paper));
            json.WriteStartArray("icons");
            Icon(json, assets, "/assets/icon.svg", "any", "image/svg+xml", "any");
            Icon(json, assets, "/assets/icon-192.png", "192x192", "image/png", "any");
            Icon(json, assets, "/assets/icon-512.png", "512x512", "image/png", "any");
            Icon(json, assets, "/assets/icon-maskable.png", "512x512", "image/png", "maskable");
            json.WriteEndArray();
            json.WriteStartArray("shortcuts");
            foreach (var (name, address) in Shortcuts(guide))
            {
                json.WriteStartObject();
                json.WriteString("name", FileText.Of(name));
                json.WriteString("url", address[1..]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return new("manifest.webmanifest", stream.ToArray());
    }

    // What one wants at once, under the installed icon: which step, what to say, cards.
    private static IEnumerable<(string Name, string Address)> Shortcuts(Guide guide)
    {
        if (guide.Flow is { } flow)
        {
            yield return (flow.Title, guide.Language.Address("flow"));
        }
        if (!guide.Quotes.IsEmpty)
        {
            yield return (guide.Language.Word("nav_quotes"), guide.Language.Address("quotes"));
        }
        if (!guide.Steps.IsEmpty)
        {
            yield return (guide.Language.Word("print_title"), guide.Language.Address("print"));
        }
    }

    private static void Icon(Utf8JsonWriter json, SiteAssets assets, string name, string sizes, string type, string purpose)
    {
        if (!assets.Names.TryGetValue(name, out var hashed))
        {
            return;
        }
        json.WriteStartObject();
        json.WriteString("src", hashed[1..]);
        json.WriteString("sizes", sizes);
        json.WriteString("type", type);
        json.WriteString("purpose", purpose);
        json.WriteEndObject();
    }
}
