using System.CommandLine;
using System.Globalization;
using System.Text;
using Trappa.Languages;
using Trappa.Load;
using Trappa.Model;
using Trappa.Parse;
using Trappa.Publishing;

namespace Trappa.Commands;

/// <summary><c>trappa edition new</c>: keeps the guide as it is and goes on with the next edition.</summary>
internal static class EditionCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var shared = new SharedOptions(surroundings);
        var month = new Argument<string>("MONTH");
        month.Validators.Add(result =>
        {
            if (Month(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError(surroundings.Language.Value.Fill("usage_no_month", ("value", result.GetValueOrDefault<string>())));
            }
        });
        var name = new Option<string?>("--name") { HelpName = "NAME" };
        var make = new Command("new")
        {
            month, shared.Folder, shared.Date, name,
        };
        make.SetAction(parsed =>
        {
            var next = Month(parsed.GetValue(month)!)!.Value;
            return Make(shared.Request(parsed, surroundings), next, parsed.GetValue(name), surroundings);
        });
        return new Command("edition") { make };
    }

    private static DateOnly? Month(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    private static int Make(BuildRequest request, DateOnly next, string? name, Surroundings surroundings)
    {
        var read = Pipeline.Check(request);
        var language = read.Language;
        if (read.HasErrors || read.Guide is not { } guide)
        {
            // What is frozen stays so: it is right, or it is not kept.
            Report.Write(read.Diagnostics, language, "text", surroundings);
            return ExitCodes.ContentErrors;
        }
        int Refuse(string word, params (string, string)[] values)
        {
            surroundings.Error.WriteLine(language.Fill(word, values));
            return ExitCodes.ContentErrors;
        }
        var sources = Loader.Load(request.Root);
        var settings = sources.Content.FirstOrDefault(f => f.Path == Parser.SitePath);
        name ??= EditionSetting.NameOf(next, language);
        var monthText = next.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var changed = settings is null || guide.Site.Edition is null ? null
            : EditionSetting.Set(settings.Text!, Parser.Parse(sources).Parsed.Site, language, monthText, name);
        if (changed is null || guide.Site.Edition is not { } edition)
        {
            return Refuse("edition_none", ("file", Parser.SitePath));
        }
        if (next <= new DateOnly(edition.Year, edition.Month, 1))
        {
            return Refuse("edition_not_later", ("next", name), ("edition", edition.Name));
        }
        var folder = "content/" + language.Folder("editions");
        var old = $"{edition.Year:0000}-{edition.Month:00}";
        var file = $"{folder}/{old}.json";
        if (File.Exists(Path.Combine(request.Root, file)))
        {
            return Refuse("edition_there", ("file", file));
        }
        try
        {
            Directory.CreateDirectory(Path.Combine(request.Root, folder));
            File.WriteAllText(Path.Combine(request.Root, file), FrozenFile.Of(old, request.Model.Date, sources.Content, folder).Write());
            File.WriteAllText(Path.Combine(request.Root, Parser.SitePath), changed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse("edition_unwritable", ("file", file), ("reason", e.Message.ReplaceLineEndings(" ")));
        }
        surroundings.Error.WriteLine(language.Fill("edition_frozen", ("edition", edition.Name), ("file", file), ("next", name)));
        Dated(guide, language, surroundings.Error);
        return ExitCodes.Fine;
    }

    private static void Dated(Guide guide, Language language, TextWriter output)
    {
        var lines = guide.Facts.Select(f => (f.Name, f.Validity))
            .Concat(guide.Steps.Select(s => (s.Name, s.Validity))).Concat(guide.AllPages().Select(p => (Name: p.Title, p.Validity)))
            .Concat(guide.Texts().SelectMany(t => t.Dated.Select(d => (d.Name, d.Validity))))
            .SelectMany(d => new[]
            {
                Line(d.Validity.First?.Place, d.Name, "edition_from", d.Validity.First?.Date),
                Line(d.Validity.Last?.Place, d.Name, "edition_until", d.Validity.Last?.Date),
                Line(d.Validity.Checked?.Place, d.Name, "edition_checked", d.Validity.Checked?.Date),
            })
            .Concat(guide.Resources.SelectMany(r => new[] { Line(r.Place, r.Title, "edition_until", r.ValidUntil), Line(r.Place, r.Title, "edition_checked", r.Checked) }))
            .OfType<string>().ToList();
        if (lines.Count > 0)
        {
            output.WriteLine(language.Word("edition_dated"));
            lines.ForEach(output.WriteLine);
        }

        string? Line(Diagnostics.Place? place, string name, string word, DateOnly? date) =>
            date is not { } day ? null : $"  {place}: {name}: {language.Fill(word, ("date", language.Day(day)))}";
    }
}
