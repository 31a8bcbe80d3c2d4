using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Trappa.Tests.Render.Files;

public partial class HeadersOfTheSite
{
    [Fact]
    public void Nothing_runs_or_loads_but_what_is_the_sites_own()
    {
        var files = SmallGuide.Build(null);
        var policy = Headers(files.Text("_headers"), "/")["Content-Security-Policy"].Split("; ");
        Assert.Equal(
            [
                "default-src 'none'", "img-src 'self'", "manifest-src 'self'", "connect-src 'self'", "base-uri 'none'",
                "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types offline",
            ],
            policy.Where(d => !d.StartsWith("style-src", StringComparison.Ordinal) && !d.StartsWith("script-src", StringComparison.Ordinal)));
        var allowed = policy.Single(d => d.StartsWith("style-src", StringComparison.Ordinal));
        var used = new HashSet<string>();
        foreach (var page in files.Keys.Where(p => p.EndsWith(".html", StringComparison.Ordinal)))
        {
            var style = Style().Match(files.Text(page)).Groups[1].Value;
            Assert.NotEmpty(style);
            used.Add($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        }
        var scripts = files.Keys.Where(p => p.EndsWith(".html", StringComparison.Ordinal))
            .SelectMany(p => Script().Matches(files.Text(p)))
            .Select(m => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(m.Groups[1].Value)))}'").ToHashSet();
        Assert.Equal(2, scripts.Count);
        Assert.Equal(scripts.Append("'self'").ToHashSet(), policy.Single(d => d.StartsWith("script-src", StringComparison.Ordinal)).Split(' ')[1..].ToHashSet());
        // Most layouts have rules of their own.
        Assert.Equal(8, used.Count);
        Assert.Equal(used, allowed.Split(' ')[1..].ToHashSet());
    }

    [Fact]
    public void Every_page_is_told_the_rest_of_what_keeps_it_safe()
    {
        var headers = Headers(SmallGuide.Build(null).Text("_headers"), "/tips/first/");
        Assert.Equal(
            ("max-age=63072000", "no-referrer", "nosniff", "DENY", "same-origin", "same-origin"),
            (headers["Strict-Transport-Security"], headers["Referrer-Policy"], headers["X-Content-Type-Options"], headers["X-Frame-Options"],
                headers["Cross-Origin-Opener-Policy"], headers["Cross-Origin-Resource-Policy"]));
        var permissions = headers["Permissions-Policy"].Split(", ").ToDictionary(p => p.Split('=')[0], p => p.Split('=')[1]);
        Assert.Equal(["clipboard-write", "screen-wake-lock"], permissions.Where(p => p.Value != "()").Select(p => p.Key).Order());
        Assert.Superset(new HashSet<string> { "camera", "geolocation", "microphone", "payment", "usb" }, permissions.Keys.ToHashSet());
    }

    [Fact]
    public void Only_names_with_a_hash_are_kept_for_long_and_no_file_is_told_twice()
    {
        var files = SmallGuide.Build("https://example.org/", more: ("assets/photo.md", "# In a folder of the same name\n"));
        var text = files.Text("_headers");
        foreach (var path in files.Keys.Where(p => !p.StartsWith('_')))
        {
            var caching = Headers(text, "/" + (path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^10] : path)).GetValueOrDefault("Cache-Control");
            // The worker takes back what an earlier edition keeps, so it is never kept itself.
            Assert.Equal((path, Hash().IsMatch(path) ? "public, max-age=31536000, immutable" : path == "offline.js" ? "no-cache"
                : path.StartsWith("assets/", StringComparison.Ordinal) ? null : "public, max-age=0, must-revalidate"), (path, caching));
        }
        Assert.Equal("public, max-age=0, must-revalidate", Headers(text, "/tips/first/")["Cache-Control"]);
        Assert.Equal("public, max-age=0, must-revalidate", Headers(text, "/")["Cache-Control"]);
    }

    [Fact]
    public void The_script_of_every_page_is_what_the_page_says_unless_nothing_could_compare_it()
    {
        var files = SmallGuide.Build(null);
        var script = files.Single(f => f.Key.StartsWith("assets/site.", StringComparison.Ordinal));
        var expected = $"{script.Key[7..]} integrity=sha256-{Convert.ToBase64String(SHA256.HashData(script.Value))} defer";
        Assert.All(["index.html", "steps/listener/index.html", "404.html"], page =>
            Assert.Contains(expected, files.Text(page).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.DoesNotContain("integrity", SmallGuide.Build(null, portable: true).Text("index.html"), StringComparison.Ordinal);
    }

    // As a host reads it; a header that two rules give to one path fails, as hosts differ in what they make of that.
    private static Dictionary<string, string> Headers(string text, string path)
    {
        var headers = new Dictionary<string, string>();
        var matches = false;
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith('/'))
            {
                matches = Regex.IsMatch(path, "^" + Regex.Escape(line).Replace("\\*", ".*", StringComparison.Ordinal) + "$");
            }
            else if (matches)
            {
                Assert.Matches("^  [A-Za-z-]+: [ -~]+$", line);
                headers.Add(line.Trim().Split(": ")[0], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
            }
        }
        return headers;
    }

    [GeneratedRegex("<script(?: type=\"?speculationrules\"?)?>(.+?)</script>")]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@"^assets/[^/]+\.[0-9a-f]{8}\.[a-z]+$")]
    private static partial Regex Hash();
}
