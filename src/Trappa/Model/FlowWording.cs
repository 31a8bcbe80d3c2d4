using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds texts that may differ by reader: one text for all, or a map from reader to text.</summary>
internal sealed class FlowWording(ImmutableArray<Reader> readers, References references, List<Diagnostic> diagnostics)
{
    /// <summary>Who they are for.</summary>
    public ImmutableArray<Reader> Readers => readers;

    /// <summary>The texts as they are written, one for each reader; null where there is none.</summary>
    public ImmutableArray<YamlText?> Texts(FieldReader reader, string english)
    {
        switch (reader.Node(english))
        {
            case YamlText { Value.Length: > 0 } text:
                return [.. readers.Select(_ => text)];
            case YamlMap map:
                var fields = new FieldReader(map, FieldTable.Wording, references.Language, diagnostics);
                ImmutableArray<YamlText?> texts = [.. readers.Select(r => fields.NamedText(r.Id)).Select(t => t is { Value: "" } ? null : t)];
                fields.End();
                return texts;
            case YamlList:
                reader.Text(english);
                break;
        }
        return [.. readers.Select(_ => (YamlText?)null)];
    }

    /// <summary>The same in plain text, facts filled in.</summary>
    public ImmutableArray<string?> Plain(FieldReader reader, string english) =>
        Made(Texts(reader, english), text => references.Plain.Shown(text, diagnostics));

    /// <summary>The same as Markdown.</summary>
    public ImmutableArray<Prose?> Prose(FieldReader reader, string english) =>
        Made(Texts(reader, english), text => references.Read(text, diagnostics));

    // What all readers share is made once.
    private static ImmutableArray<T?> Made<T>(ImmutableArray<YamlText?> texts, Func<YamlText, T> make)
        where T : class
    {
        var made = ImmutableArray.CreateBuilder<T?>(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            made.Add(texts[i] is not { } text ? null : i > 0 && ReferenceEquals(text, texts[i - 1]) ? made[i - 1] : make(text));
        }
        return made.ToImmutable();
    }
}
