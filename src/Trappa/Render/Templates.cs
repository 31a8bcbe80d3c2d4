using System.Collections.Frozen;
using System.Collections.Immutable;
using Scriban;
using Scriban.Parsing;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Render.Assets;

namespace Trappa.Render;

/// <summary>
/// All templates, parsed once and read by many threads: a project's own at once, for what is wrong with them, and those
/// that come along when they are needed. Most guides use a third of them.
/// </summary>
public sealed class Templates
{
    private readonly FrozenDictionary<string, Lazy<Template>> _parsed;
    private readonly ImmutableArray<LogMessage> _faults;
    private readonly Lazy<(SiteAssets Assets, ImmutableArray<Diagnostic> Diagnostics)> _assets;

    private readonly ImmutableSortedDictionary<string, string> _texts;
    private readonly ImmutableHashSet<string> _own;

    private Templates(
        FrozenDictionary<string, Lazy<Template>> parsed, ImmutableSortedDictionary<string, string> texts, ImmutableHashSet<string> own, ImmutableArray<LogMessage> faults)
    {
        _parsed = parsed;
        _texts = texts;
        _own = own;
        _assets = new(() => SiteAssets.From(texts));
        _faults = faults;
    }

    /// <summary>What pages share, made of <c>assets/</c> when it is first asked for, and what is wrong with it.</summary>
    public (SiteAssets Assets, ImmutableArray<Diagnostic> Diagnostics) Assets => _assets.Value;

    /// <summary>What is wrong with them before any is used, in the guide's language: they are parsed before it is known.</summary>
    public ImmutableArray<Diagnostic> Diagnostics(Language language) =>
        [
            .. _faults.Select(f => new Diagnostic(Codes.TemplateSyntax, PlaceOf(f.Span), ("problem", TemplateProblem.Of(f.Message, language)))),
            .. _own.Where(p => p.StartsWith("assets/", StringComparison.Ordinal) && p.EndsWith(".css", StringComparison.Ordinal))
                .SelectMany(p => StyleFaults.Find("templates/" + p, _texts[p].Replace("\r\n", "\n", StringComparison.Ordinal))),
        ];

    /// <summary>Names of the layouts.</summary>
    public IEnumerable<string> Layouts => In("layouts/");

    /// <summary>Names of the partials.</summary>
    public IEnumerable<string> Partials => In("partials/");

    private IEnumerable<string> In(string folder) => _parsed.Keys
        .Where(k => k.StartsWith(folder, StringComparison.Ordinal))
        .Select(k => Path.GetFileNameWithoutExtension(k));

    /// <summary>The layouts and partials among these files.</summary>
    /// <param name="texts">Path below <c>templates/</c> → text, assets and strings included.</param>
    /// <param name="own">Which of them are the project's own.</param>
    public static Templates From(ImmutableSortedDictionary<string, string> texts, ImmutableHashSet<string> own)
    {
        var parsed = texts.Where(t => t.Key.EndsWith(".html", StringComparison.Ordinal)).ToFrozenDictionary(
            t => t.Key, t => new Lazy<Template>(() => Template.Parse(t.Value, "templates/" + t.Key, ParserLimits, null)), StringComparer.Ordinal);
        var faults = own.Where(parsed.ContainsKey).Order(StringComparer.Ordinal)
            .SelectMany(p => parsed[p].Value.Messages.Where(m => m.Type == ParserMessageType.Error).Take(1));
        return new(parsed, texts, own, [.. faults]);
    }

    /// <summary>Where the project itself says a word of the interface, or null where it has no such file.</summary>
    public Place? PlaceOfWord(Language language, string word)
    {
        var path = "strings/" + language.Code + ".yaml";
        if (!_own.Contains(path))
        {
            return null;
        }
        var at = _texts[path].IndexOf("\n  " + word + ":", StringComparison.Ordinal);
        return new("templates/" + path, at < 0 ? 1 : _texts[path].AsSpan(0, at + 1).Count('\n') + 1, 1, 0);
    }

    /// <summary>The layout of a name, or null.</summary>
    public Template? Layout(string name) => _parsed.GetValueOrDefault("layouts/" + name + ".html")?.Value;

    /// <summary>The partial of a name, or null.</summary>
    public Template? Partial(string name) => _parsed.GetValueOrDefault("partials/" + name + ".html")?.Value;

    /// <summary>Scriban's span as a place.</summary>
    internal static Place PlaceOf(SourceSpan span) =>
        new(span.FileName ?? "templates", span.Start.Line + 1, span.Start.Column + 1, Math.Max(1, span.Length));

    // Expressions nested deeper than this are a fault of the template, not a need; it bounds the parser's stack.
    private static ParserOptions ParserLimits => new() { ExpressionDepthLimit = 100 };
}
