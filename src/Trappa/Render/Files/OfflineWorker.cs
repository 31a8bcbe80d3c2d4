using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Trappa.Model;
using Trappa.Render.Assets;

namespace Trappa.Render.Files;

/// <summary>
/// The service worker (W3C Service Workers) that keeps the guide on the reader's phone, or the one that takes such a
/// copy away. There is always one, at the same address: a site whose worker is gone could not take back what an
/// earlier edition keeps.
/// </summary>
internal static class OfflineWorker
{
    /// <summary>Where it is; its folder is all that it may answer for.</summary>
    public const string File = "offline.js";

    /// <summary>So many pages are kept unasked: about half a megabyte over the line. Nobody with one bar of reception asked for more.</summary>
    internal const int MostPages = 100;

    /// <summary>Whether readers' phones keep the guide.</summary>
    /// <param name="guide">The guide: its own word counts, and else its size.</param>
    /// <param name="options">How it is rendered: a preview, or a folder to be read without a server, is not kept.</param>
    /// <param name="pages">How many pages it has that can be kept.</param>
    public static bool IsKept(Guide guide, RenderOptions options, int pages) =>
        options.Offline && (guide.Site.Offline ?? pages <= MostPages);

    /// <summary>The worker.</summary>
    /// <param name="assets">Its script.</param>
    /// <param name="away">Root-absolute address of the page for what is not kept.</param>
    /// <param name="files">What is kept: address relative to the site's root, and its bytes; null where nothing is.</param>
    public static OutputFile Of(SiteAssets assets, string away, IReadOnlyList<(string Address, ReadOnlyMemory<byte> Bytes)>? files)
    {
        if (files is null)
        {
            return new(File, Encoding.UTF8.GetBytes(assets.RemovingWorker));
        }
        var listed = files.Select(f => (f.Address, Hash: Convert.ToBase64String(SHA256.HashData(f.Bytes.Span)))).ToList();
        // Another worker may keep the same files in another way.
        var edition = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Concat(listed.Select(f => f.Address + "\n" + f.Hash + "\n")) + assets.KeepingWorker)))[..16];
        var guide = FileText.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("edition", edition);
            json.WriteString("away", away[1..]);
            json.WriteStartArray("files");
            foreach (var (address, hash) in listed)
            {
                json.WriteStartArray();
                json.WriteStringValue(address);
                json.WriteStringValue(hash);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return new(File, (byte[])[.. "self.guide="u8, .. guide, .. ";\n"u8, .. Encoding.UTF8.GetBytes(assets.KeepingWorker)]);
    }
}
