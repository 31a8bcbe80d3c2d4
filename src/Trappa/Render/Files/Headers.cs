using System.Text;
using Trappa.Render.Assets;

namespace Trappa.Render.Files;

/// <summary>
/// What a server says with each file, in the form of Netlify's <c>_headers</c>: the one source of security and
/// caching headers.
/// </summary>
internal static class Headers
{
    public static string Write(SiteAssets assets)
    {
        var text = new StringBuilder();
        text.Append("/*\n");
        foreach (var (name, value) in Everywhere(assets))
        {
            text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        }
        // Names in assets/ carry a hash of what they hold; the rest is asked for anew, which is the host's own default.
        text.Append("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n");
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Value)> Everywhere(SiteAssets assets) =>
    [
        ("Content-Security-Policy", string.Join("; ",
            "default-src 'none'",
            $"style-src '{assets.StyleHash}'",
            "script-src 'self'",
            "img-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
            "upgrade-insecure-requests")),
        ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
            + "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), "
            + "browsing-topics=(), clipboard-read=(), clipboard-write=(self), web-share=(self), screen-wake-lock=(self)"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];
}
