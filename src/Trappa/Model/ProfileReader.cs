using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds what holds of someone on a step or at an outcome: variable → value. Who knows the variables is the flow.</summary>
internal static class ProfileReader
{
    public static ImmutableSortedDictionary<string, Claim> Read(YamlMap? map, References references, List<Diagnostic> diagnostics)
    {
        var claims = ImmutableSortedDictionary.CreateBuilder<string, Claim>(StringComparer.Ordinal);
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (value is YamlText { Value: "" })
            {
                diagnostics.Add(new(Codes.MissingField, value.Place, ("name", key.Value)));
                continue;
            }
            if (value is YamlText text)
            {
                claims[key.Value] = new(references.Plain.Fill(text, diagnostics), key.Place, text.Place);
                continue;
            }
            diagnostics.Add(FieldReader.WrongType(key.Value, value, "type_text", references.Language));
        }
        return claims.ToImmutable();
    }
}
