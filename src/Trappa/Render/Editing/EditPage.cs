using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Trappa.Load;
using Trappa.Model;
using Trappa.Render.Assets;
using Trappa.Render.Files;
using Trappa.Schemas;

namespace Trappa.Render.Editing;

/// <summary>
/// The page on which the guide is changed in a browser: Sveltia CMS with forms made of the table of fields. It is no page
/// of the guide: not searched, not listed, not kept on a phone, and with a policy of its own.
/// </summary>
internal static class EditPage
{
    /// <summary>Its files; none where the guide does not ask for it or the packages are not there.</summary>
    public static ImmutableArray<OutputFile> All(Guide guide, EditorPackages? packages)
    {
        if (guide.Site.Editing is not { } editing || packages is null)
        {
            return [];
        }
        var under = Folder(guide);
        return
        [
            new(under + "index.html", Files.FileText.Bytes(Page(guide))),
            new(under + "edit.js", Script("edit.js")),
            new(under + "yaml-edit.js", Script("yaml-edit.js")),
            new(under + "forms.json", Forms(guide, editing)),
            .. packages.Files.Select(f => new OutputFile(under + f.Path, f.Bytes)),
        ];
    }

    /// <summary>Headers of its own, for what is in its folder; they stand after those of the guide.</summary>
    public static (string Path, ImmutableArray<(string Name, string Value)> Headers) Rule(Guide guide, EditingSettings editing) =>
        ("/" + Folder(guide) + "*",
        [
            ("Content-Security-Policy", string.Join("; ",
                "default-src 'none'",
                $"script-src 'self' '{SiteAssets.HashOf(ImportMap(guide))}'",
                // Sveltia puts its style into the page as it goes.
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' blob: data:",
                "font-src 'self'",
                "connect-src 'self' blob: data: " + (editing.Host == "gitlab" ? "https://gitlab.com" : "https://api.github.com"),
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'")),
            ("X-Robots-Tag", "noindex"),
        ]);

    private static string Folder(Guide guide) => guide.Language.Address("edit")[1..];

    private static string Page(Guide guide)
    {
        var title = HtmlText.Escape(guide.Language.Fill("edit_title", ("title", guide.Site.Title)));
        return $"""
            <!doctype html>
            <html lang="{guide.Language.Code}" dir="{guide.Language.Direction}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <script type="importmap">{ImportMap(guide)}</script>
            <script type="module" src="edit.js"></script>
            <body>
            <noscript><p>{HtmlText.Escape(guide.Language.Word("edit_needs_script"))}</p></noscript>
            </body>
            </html>

            """;
    }

    // A browser takes no JSON for a module, and Sveltia asks for its words in JSON.
    private static string ImportMap(Guide guide)
    {
        var words = "./sveltia/locales/" + guide.Language.Code;
        return $$$"""{"imports":{"{{{words}}}.json":"{{{words}}}.js"}}""";
    }

    private static byte[] Forms(Guide guide, EditingSettings editing)
    {
        var (collections, formats) = EditForms.Of(guide);
        var forms = new JsonObject
        {
            ["config"] = new JsonObject
            {
                ["load_config_file"] = false,
                // Whoever saves signs in with a token from the host: no other service is asked.
                ["backend"] = new JsonObject
                {
                    ["name"] = editing.Host,
                    ["repo"] = editing.Repository,
                    ["branch"] = editing.Branch,
                    ["auth_methods"] = new JsonArray("token"),
                },
                ["media_folder"] = "content",
                ["public_folder"] = "",
                ["slug"] = new JsonObject { ["encoding"] = "ascii", ["clean_accents"] = true, ["maxlength"] = 40 },
                ["collections"] = collections,
            },
            ["formats"] = formats,
        };
        return FileText.Json(json => forms.WriteTo(json));
    }

    private static byte[] Script(string name)
    {
        using var stream = typeof(EditPage).Assembly.GetManifestResourceStream("edit/" + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
