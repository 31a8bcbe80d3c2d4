using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>Binds those who may read a flow.</summary>
internal static class FlowReaders
{
    public static ImmutableArray<Reader> Read(YamlList? list, References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        var readers = ImmutableArray.CreateBuilder<Reader>();
        foreach (var map in SiteFile.Maps(list, language.Field("readers"), language, diagnostics))
        {
            var reader = new FieldReader(map, FieldTable.Reader, language, diagnostics);
            string Plain(YamlText? text) => text is null ? "" : references.Plain.Shown(text, diagnostics);
            var id = reader.Text("id");
            readers.Add(new(id?.Value ?? "", Plain(reader.Text("name")), Plain(reader.Text("text")), Plain(reader.Text("result")),
                Sections(reader.List("sections"), references, diagnostics), id?.Place ?? map.Place));
            reader.End();
        }
        return readers.ToImmutable();
    }

    private static ImmutableArray<OutcomeSection> Sections(YamlList? list, References references, List<Diagnostic> diagnostics)
    {
        var language = references.Language;
        var sections = ImmutableArray.CreateBuilder<OutcomeSection>();
        foreach (var map in SiteFile.Maps(list, language.Field("sections"), language, diagnostics))
        {
            var reader = new FieldReader(map, FieldTable.ReaderSection, language, diagnostics);
            var role = reader.Choice("role");
            var heading = reader.Text("heading");
            var most = reader.Number("limit");
            reader.End();
            if (role is not null && heading is not null)
            {
                sections.Add(new(SiteFile.Roles.First(r => r.Name == role).Role, references.Plain.Shown(heading, diagnostics), most));
            }
        }
        return sections.ToImmutable();
    }
}
