using System.Text;
using System.Text.RegularExpressions;
using Trappa.Render.Files;

namespace Trappa.Publishing.Hosts;

/// <summary>Settings for Apache (2.4 with mod_headers; the rest is used where it is there).</summary>
internal static class ApacheSettings
{
    // A file kept for ever, also as it was compressed beforehand.
    private const string Hashed = HostedSite.Hashed + @"(\.br|\.gz)?$";

    /// <summary>Lines for the site's <c>Directory</c> block, or for <c>.htaccess</c> in its folder.</summary>
    public static string Of(HostedSite site)
    {
        var text = new StringBuilder($$"""
            # Made by trappa host apache. To include in the Directory block of the site's folder:
            #   <Directory /srv/guide>
            #     Require all granted
            #     Include /etc/apache2/guide.conf
            #   </Directory>
            # Or, where the site is copied to, to save as .htaccess beside it (AllowOverride FileInfo Indexes).
            # Make it anew when the look of the guide or an old address has changed.

            DirectoryIndex index.html
            ErrorDocument 404 /404.html
            AddType text/javascript .js
            AddType application/manifest+json .webmanifest

            Header set Cache-Control "{{Headers.Asked}}"
            Header set Cache-Control "{{Headers.Kept}}" "expr=%{REQUEST_URI} =~ m#{{Hashed}}#"
            Header set Cache-Control "{{Headers.NeverKept}}" "expr=%{REQUEST_URI} =~ m#^/{{Regex.Escape(OfflineWorker.File)}}(\.br|\.gz)?$#"
            # What is not there yet may come.
            Header unset Cache-Control "expr=%{REQUEST_STATUS} >= 400"

            """.ReplaceLineEndings("\n"));
        foreach (var (name, value) in site.Headers)
        {
            Set(text, name, value).Append('\n');
        }
        foreach (var (folder, headers) in site.Own)
        {
            foreach (var (name, value) in headers)
            {
                Set(text, name, value).Append($" \"expr=%{{REQUEST_URI}} =~ m#^{Regex.Escape(folder)}#\"\n");
            }
        }
        text.Append('\n');
        foreach (var path in HostedSite.Hidden.Split(' '))
        {
            text.Append("RedirectMatch 404 ").Append(Quoted($"^/{Regex.Escape(path)}$")).Append('\n');
        }
        foreach (var (from, to) in site.Moves)
        {
            text.Append("RedirectMatch 301 ").Append(Quoted($"^{Regex.Escape(from)}$")).Append(' ').Append(Quoted(to)).Append('\n');
        }
        text.Append($$"""

            <IfModule mod_rewrite.c>
              # Files of trappa build --compress.
              RewriteEngine On
              RewriteCond %{HTTP:Accept-Encoding} \bbr\b
              RewriteCond %{REQUEST_FILENAME}.br -f
              RewriteRule .+ %{REQUEST_URI}.br [L]
              RewriteCond %{HTTP:Accept-Encoding} \bgzip\b
              RewriteCond %{REQUEST_FILENAME}.gz -f
              RewriteRule .+ %{REQUEST_URI}.gz [L]
              <FilesMatch "\.(html|js|json|svg|xml|txt|webmanifest)\.(br|gz)$">
                RemoveType .gz
                AddEncoding br .br
                AddEncoding gzip .gz
                Header append Vary Accept-Encoding
              </FilesMatch>
            </IfModule>
            <IfModule mod_brotli.c>
              AddOutputFilterByType BROTLI_COMPRESS {{HostedSite.Texts}}
            </IfModule>
            <IfModule mod_deflate.c>
              AddOutputFilterByType DEFLATE {{HostedSite.Texts}}
            </IfModule>

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    // A sign for each hundred begins a format of its own.
    private static StringBuilder Set(StringBuilder text, string name, string value) =>
        text.Append("Header always set ").Append(name).Append(' ').Append(Quoted(value.Replace("%", "%%", StringComparison.Ordinal)));

    private static string Quoted(string value) =>
        '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
