using System.Text;
using System.Text.RegularExpressions;
using Trappa.Render.Files;

namespace Trappa.Publishing.Hosts;

/// <summary>Settings for Caddy (2.6 or later).</summary>
internal static class CaddySettings
{
    /// <summary>Lines to import in a site's block.</summary>
    public static string Of(HostedSite site)
    {
        var text = new StringBuilder($$"""
            # Made by trappa host caddy. To import in a block that has root:
            #   example.org {
            #     root * /srv/guide
            #     import guide.caddy
            #   }
            # Make it anew when the look of the guide or an old address has changed.

            map {path} {trappa_caching} {
              ~{{HostedSite.Hashed}}$ "{{Headers.Kept}}"
              /{{OfflineWorker.File}} "{{Headers.NeverKept}}"
              default "{{Headers.Asked}}"
            }
            header Cache-Control {trappa_caching}
            header /manifest.webmanifest Content-Type application/manifest+json
            header {

            """.ReplaceLineEndings("\n"));
        foreach (var (name, value) in site.Headers)
        {
            text.Append("  ").Append(name).Append(' ').Append(site.OwnOf(name).Any() ? Variable(name) : Quoted(value)).Append('\n');
        }
        text.Append("}\n");
        foreach (var (folder, headers) in site.Own)
        {
            foreach (var (name, value) in headers)
            {
                // Of two rules for one header the one for everything would hold: what it says depends on the address.
                if (site.Headers.FirstOrDefault(h => h.Name == name) is { Value: { } standard })
                {
                    text.Append("map {path} ").Append(Variable(name)).Append(" {\n  ~^").Append(Regex.Escape(folder)).Append(' ').Append(Quoted(value))
                        .Append("\n  default ").Append(Quoted(standard)).Append("\n}\n");
                }
                else
                {
                    text.Append("header ").Append(folder).Append("* ").Append(name).Append(' ').Append(Quoted(value)).Append('\n');
                }
            }
        }
        foreach (var (from, to) in site.Moves)
        {
            text.Append("redir ").Append(Quoted(from)).Append(' ').Append(Quoted(to)).Append(" 301\n");
        }
        text.Append($$"""
            encode zstd gzip
            file_server {
              # Files of trappa build --compress.
              precompressed br gzip
              hide {{HostedSite.Hidden}}
            }
            handle_errors {
              # What is not there yet may come.
              header -Cache-Control
              header Content-Type "text/html; charset=utf-8"
              rewrite * /404.html
              file_server {
                precompressed br gzip
              }
            }

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    private static string Variable(string name) => "{" + HostedSite.VariableOf(name) + "}";

    // In quotation marks only they themselves and a brace, which begins a placeholder, mean something else.
    private static string Quoted(string value) => '"' + value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("{", "\\{", StringComparison.Ordinal) + '"';
}
