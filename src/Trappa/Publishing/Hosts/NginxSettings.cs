using System.Text;
using System.Text.RegularExpressions;
using Trappa.Render.Files;

namespace Trappa.Publishing.Hosts;

/// <summary>Settings for nginx (1.14 or later).</summary>
internal static class NginxSettings
{
    /// <summary>Lines to include in a <c>server</c> block.</summary>
    public static string Of(HostedSite site)
    {
        var text = new StringBuilder($$"""
            # Made by trappa host nginx. To include in a server block that has root and server_name:
            #   root /srv/guide; include /etc/nginx/guide.conf;
            # Make it anew when the look of the guide or an old address has changed.

            index index.html;
            error_page 404 /404.html;
            absolute_redirect off;

            gzip on;
            gzip_vary on;
            gzip_types {{HostedSite.Texts.Replace("text/html ", "", StringComparison.Ordinal)}};
            # Files of trappa build --compress.
            gzip_static on;
            # With the module of Debian's libnginx-mod-http-brotli-static:
            #brotli_static on;

            set $trappa_caching "{{Headers.Asked}}";
            if ($request_uri ~ "{{HostedSite.Hashed}}(\?|$)") {
              set $trappa_caching "{{Headers.Kept}}";
            }
            if ($uri = "/{{OfflineWorker.File}}") {
              set $trappa_caching "{{Headers.NeverKept}}";
            }
            # Not with errors (no "always"): what is not there yet may come.
            add_header Cache-Control $trappa_caching;

            """.ReplaceLineEndings("\n"));
        foreach (var (name, value) in site.AllHeaders)
        {
            var own = site.OwnOf(name).ToList();
            if (own.Count == 0)
            {
                text.Append("add_header ").Append(name).Append(' ').Append(Quoted(value)).Append(" always;\n");
                continue;
            }
            // A location with a header of its own would lose all the others; one without a value is not sent.
            var variable = "$" + HostedSite.VariableOf(name);
            text.Append("set ").Append(variable).Append(' ').Append(Quoted(value)).Append(";\n");
            foreach (var (folder, ownValue) in own)
            {
                text.Append("if ($uri ~ \"^").Append(Regex.Escape(folder)).Append("\") {\n  set ").Append(variable).Append(' ').Append(Quoted(ownValue)).Append(";\n}\n");
            }
            text.Append("add_header ").Append(name).Append(' ').Append(variable).Append(" always;\n");
        }
        text.Append($$"""

            location = /manifest.webmanifest {
              types { application/manifest+json webmanifest; }
            }
            """.ReplaceLineEndings("\n")).Append('\n');
        foreach (var path in HostedSite.Hidden.Split(' '))
        {
            text.Append("location = /").Append(path).Append(" { return 404; }\n");
        }
        foreach (var (from, to) in site.Moves)
        {
            text.Append("location = ").Append(Quoted(from)).Append(" { return 301 ").Append(Quoted(to)).Append("; }\n");
        }
        return text.ToString();
    }

    private static string Quoted(string value) =>
        '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
