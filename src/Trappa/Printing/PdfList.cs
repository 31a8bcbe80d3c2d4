using System.Collections.Immutable;
using System.Security.Cryptography;
using Trappa.Render;
using Trappa.Render.Files;

namespace Trappa.Printing;

/// <summary>
/// How large the PDFs are, and their hashes: for the button that keeps them on a phone, which says what they weigh
/// before it fetches them. The pages cannot say it, as the PDFs are made of them.
/// </summary>
internal static class PdfList
{
    private const string Name = "pdf.json";

    /// <summary>Its path, beside the PDFs.</summary>
    /// <param name="jobs">What is printed; at least one.</param>
    public static string PathOf(ImmutableArray<PrintJob> jobs) => FolderOf(jobs[0].Pdf) + Name;

    /// <summary>The list: name → bytes and SHA-256 in base64 (as W3C Subresource Integrity has it).</summary>
    /// <param name="pdfs">The PDFs, all in one folder; at least one.</param>
    public static OutputFile Of(ImmutableArray<OutputFile> pdfs)
    {
        var folder = FolderOf(pdfs[0].Path);
        var bytes = FileText.Json(json =>
        {
            json.WriteStartObject();
            foreach (var pdf in pdfs)
            {
                json.WriteStartArray(pdf.Path[folder.Length..]);
                json.WriteNumberValue(pdf.Bytes.Length);
                json.WriteStringValue(Convert.ToBase64String(SHA256.HashData(pdf.Bytes.Span)));
                json.WriteEndArray();
            }
            json.WriteEndObject();
        });
        return new(folder + Name, bytes);
    }

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}
