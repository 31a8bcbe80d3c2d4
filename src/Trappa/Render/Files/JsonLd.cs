using System.Text;
using System.Text.Json;
using Trappa.Model;

namespace Trappa.Render.Files;

/// <summary>What is true of a page in schema.org's words: which site it is of and where in it the page stands.</summary>
internal static class JsonLd
{
    /// <summary>A script element of data; nothing in it runs.</summary>
    public static string For(Guide guide, string address, PageEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            if (entry.Kind == PageKind.Front)
            {
                json.WriteString("@type", "WebSite");
                json.WriteString("name", guide.Site.Title);
                json.WriteString("url", address);
                json.WriteString("inLanguage", guide.Language.Code);
            }
            else
            {
                WriteBreadcrumbs(json, guide, address, entry);
            }
            json.WriteEndObject();
        }
        // The writer escapes < as \u003C, so no text can end the element.
        return "<script type=\"application/ld+json\">" + Encoding.UTF8.GetString(stream.ToArray()) + "</script>";
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
            json.WriteString("name", name);
            json.WriteString("item", address + at[1..]);
            json.WriteEndObject();
        }
    }
}
