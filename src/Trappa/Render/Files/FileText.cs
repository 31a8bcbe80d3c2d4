using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Trappa.Render.Files;

/// <summary>Words for files that programs read.</summary>
internal static class FileText
{
    /// <summary>
    /// The text without soft hyphens, which only pages need, and without what XML cannot hold (XML 1.0 §2.2).
    /// </summary>
    public static string Of(string text)
    {
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                output.Append(text, i++, 2);
            }
            else if (text[i] != '\u00AD' && XmlConvert.IsXmlChar(text[i]))
            {
                output.Append(text[i]);
            }
        }
        return output.ToString();
    }

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A JSON text, letters and signs as they are: whoever puts it into a page has to see to &lt;.</summary>
    public static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new ByteBuffer();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }
        return buffer.Written.ToArray();
    }

    /// <summary>An XML document, indented.</summary>
    public static byte[] Xml(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartDocument();
            write(xml);
        }
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
