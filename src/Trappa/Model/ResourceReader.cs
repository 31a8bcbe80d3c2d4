using System.Collections.Immutable;
using Trappa.Diagnostics;
using Trappa.Languages;
using Trappa.Parse;

namespace Trappa.Model;

/// <summary>A resource whose text is not bound yet, as texts may refer to resources.</summary>
internal sealed record ResourceEntry(
    string Id, YamlText Title, YamlText Text, YamlText? Group, ResourceState State, YamlText? Url, YamlText? SearchFor,
    Validity Validity, Place Place);

/// <summary>Binds the list of outside resources.</summary>
internal static class ResourceReader
{
    public static ImmutableArray<ResourceEntry> Entries(YamlNode? file, Language language, List<Diagnostic> diagnostics)
    {
        if (file is not (null or YamlList))
        {
            diagnostics.Add(FieldReader.WrongType(language.File("resources"), file, "type_list", language));
        }
        var entries = ImmutableArray.CreateBuilder<ResourceEntry>();
        foreach (var map in SiteFile.Maps(file, language.File("resources"), language, diagnostics))
        {
            if (Entry(map, language, diagnostics) is not { } entry)
            {
                continue;
            }
            if (entries.FirstOrDefault(e => e.Id == entry.Id) is { } other)
            {
                diagnostics.Add(new(Codes.SameName, entry.Place, ("name", entry.Id),
                    ("other", new Place(other.Place.File, other.Place.Line).ToString())));
                continue;
            }
            entries.Add(entry);
        }
        return entries.ToImmutable();
    }

    /// <summary>The resources as they stand on a day: those whose time is over are marked, left out or an error.</summary>
    public static ImmutableArray<Resource> Bind(
        ImmutableArray<ResourceEntry> entries, References references, DateOnly today, List<Diagnostic> diagnostics)
    {
        var resources = ImmutableArray.CreateBuilder<Resource>();
        foreach (var entry in entries)
        {
            var isPast = entry.Validity.Tell(entry.Title.Value, today, references.Language, diagnostics);
            if (isPast && entry.Validity.After == "remove")
            {
                continue;
            }
            resources.Add(new()
            {
                Id = entry.Id,
                Title = references.Plain.Shown(entry.Title, diagnostics),
                Text = references.Read(entry.Text, diagnostics),
                Group = entry.Group is null ? "" : references.Plain.Shown(entry.Group, diagnostics),
                State = isPast ? ResourceState.Past
                    : entry.Validity.First?.Date > today ? ResourceState.Awaited : entry.State,
                Url = entry.Url?.Value,
                UrlPlace = entry.Url?.TextPlace,
                SearchFor = entry.SearchFor is null ? null : references.Plain.Fill(entry.SearchFor, diagnostics),
                Checked = entry.Validity.Checked?.Date,
                ValidUntil = entry.Validity.Last?.Date,
                Address = references.Language.Address("resources") + "#" + references.Language.Slug(entry.Id),
                Place = entry.Place,
            });
        }
        return resources.ToImmutable();
    }

    private static ResourceEntry? Entry(YamlMap map, Language language, List<Diagnostic> diagnostics)
    {
        var reader = new FieldReader(map, FieldTable.Resource, language, diagnostics);
        var id = reader.Text("id");
        var title = reader.Text("title");
        var text = reader.Text("text");
        var group = reader.Text("group");
        var address = reader.Text("address");
        var search = reader.Text("search_for");
        var state = (reader.Choice("state") ?? (address is null ? "missing" : "found")) switch
        {
            "found" => ResourceState.Found,
            "awaited" => ResourceState.Awaited,
            "past" => ResourceState.Past,
            _ => ResourceState.Missing,
        };
        var validity = Validity.Read(reader);
        if (state == ResourceState.Found)
        {
            reader.Required("address");
        }
        if (state == ResourceState.Missing)
        {
            reader.Required("search_for");
        }
        if (address is { Value.Length: > 0 } && (address.Value.Trim().Any(char.IsWhiteSpace) || SiteFile.AbsoluteAddress(address.Value.Split('?', '#')[0]) is null))
        {
            diagnostics.Add(new(Codes.BadAddress, address.Place, ("value", address.Value)));
            address = null;
        }
        // A link's address ends at a space (CommonMark 0.31 §6.3), so nobody could lead to it.
        if (id is not null && id.Value.AsSpan().ContainsAny(' ', '(', ')'))
        {
            diagnostics.Add(new(Codes.BadSlug, id.Place, ("value", id.Value), ("slug", language.Slug(id.Value)), ("field", language.Field("id"))));
        }
        reader.End();
        return id is null || title is null || text is null ? null
            : new(id.Value, title, text, group, state, address, search, validity, map.Place);
    }
}
