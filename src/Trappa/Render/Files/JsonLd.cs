using System.Text;
using System.Text.Json;
using Trappa.Model;

namespace Trappa.Render.Files;

/// <summary>What is true of a page in schema.org's words: which site it is, or where in the site the page stands.</summary>
internal static class JsonLd
{
    /// <summary>A script element of data; nothing in it runs.</summary>
    /// <param name="guide">The guide.</param>
    /// <param name="address">The site's absolute address with a slash at the end.</param>
    /// <param name="entry">The page.</param>
    public static string For(Guide guide, string address, PageEntry entry)
    {
        var bytes = FileText.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            if (entry.Kind == PageKind.Front)
            {
                WriteSite(json, guide, address);
            }
            else
            {
                WriteBreadcrumbs(json, guide, address, entry);
            }
            json.WriteEndObject();
        });
        // No text in it may end the element or begin a comment (HTML §4.12.1.3); < stands only in strings.
        return "<script type=\"application/ld+json\">"
            + Encoding.UTF8.GetString(bytes).Replace("<", "\\u003c", StringComparison.Ordinal) + "</script>";
    }

    private static void WriteSite(Utf8JsonWriter json, Guide guide, string address)
    {
        json.WriteString("@type", "WebSite");
        json.WriteString("name", FileText.Of(guide.Site.Title));
        json.WriteString("url", address);
        if (guide.Site.Description.Length > 0)
        {
            json.WriteString("description", FileText.Of(guide.Site.Description));
        }
        json.WriteString("inLanguage", guide.Language.Code);
    }

    private static void WriteBreadcrumbs(Utf8JsonWriter json, Guide guide, string address, PageEntry entry)
    {
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        var position = 1;
        Write(guide.Site.Title, "/");
        if (entry.Parent is { } parent)
        {
            Write(parent.Title, parent.Address);
        }
        Write(entry.Title, entry.Address);
        json.WriteEndArray();

        void Write(string name, string at)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", position++);
            json.WriteString("name", FileText.Of(name));
            json.WriteString("item", address + at[1..]);
            json.WriteEndObject();
        }
    }
}
