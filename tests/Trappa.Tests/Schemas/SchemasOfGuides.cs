using Json.Schema;
using Trappa.Commands;
using Trappa.Languages;
using Trappa.Tests.Languages;
using Trappa.Tests.Model;

namespace Trappa.Tests.Schemas;

/// <summary>What <c>trappa schema</c> writes, beside the files that it is about, by a validator of others.</summary>
public sealed class SchemasOfGuides(SchemasOfGuides.Written first) : IClassFixture<SchemasOfGuides.Written>
{
    [Fact]
    public void Every_file_of_the_first_guide_passes() => Assert.Equal([], first.Refused());

    [Theory]
    [InlineData("en", "tests/guides/first-aid")]
    [InlineData("sv", "tests/guides/forty-questions")]
    [InlineData("en", "tests/guides/triage")]
    [InlineData("sv", "src/Trappa/NewGuide/sv")]
    [InlineData("en", "src/Trappa/NewGuide/en")]
    public void Every_file_of_other_guides_passes(string language, string guide)
    {
        using var other = new Written(Strings.Read(language), Texts(Repository.PathOf([.. guide.Split('/'), "content"])));

        Assert.Equal([], other.Refused());
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_field_there_is_may_stand_in_its_file(string language)
    {
        using var whole = new Written(Strings.Read(language), FieldsOfTheTable.WholeGuide(Strings.Read(language)));

        Assert.Equal([], whole.Refused());
    }

    [Theory]
    [InlineData("site.yaml", "titel: Engagemangstrappan", "titlar: Engagemangstrappan")]
    [InlineData("site.yaml", "titel: Engagemangstrappan", "titel:")]
    [InlineData("site.yaml", "månad: 2024-04", "månad: april")]
    [InlineData("site.yaml", "html: nej", "html: kanske")]
    [InlineData("site.yaml", "roll: säg", "roll: säga")]
    [InlineData("site.yaml", "krävs: nej\n    kort: 1", "krävs: nej\n    kort: överst")]
    [InlineData("site.yaml", "efter: märk", "efter: bort")]
    [InlineData("site.yaml", "gäller-till: 2024-05-01", "gäller-till: 1 maj")]
    [InlineData("steg/03-valjare.md", "citat: slant", "citat: slanten")]
    [InlineData("steg/03-valjare.md", "ordning: 3", "ordning: tre")]
    [InlineData("steg/03-valjare.md", "ingress: Röstar på oss.", "ingres: Röstar på oss.")]
    [InlineData("steg/03-valjare.md", "behov:\n", "behöv:\n")]
    [InlineData("steg/03-valjare.md", "{medlem: nej, röstar: ja}", "{medlem: nej, röster: ja}")]
    [InlineData("steg/03-valjare.md", "{medlem: nej, röstar: ja}", "{medlem: nej, röstar: ibland}")]
    [InlineData("citat/picknick.md", "slag: inbjudan", "slag: inbjudning")]
    [InlineData("begrepp/laga-trosklar.md", "kort: ", "text: ")]
    [InlineData("grunder/02-tacka.md", "titel:", "rubrik:")]
    [InlineData("kort.yaml", "avsnitt: behov", "avsnitt: behöv")]
    [InlineData("kort.yaml", "egen-ruta: ja", "egen-ruta: 3")]
    [InlineData("ordlista.yaml", "avstavning:", "avstavningar:")]
    [InlineData("resurser.yaml", "tillstånd: finns\n  adress: https://vansterpartiet.se/euval2024\n", "tillstånd: finns\n")]
    [InlineData("resurser.yaml", "tillstånd: saknas\n  sök: \"{{ parti }} Valskolan\"", "tillstånd: saknas")]
    [InlineData("resurser.yaml", "adress: https://", "adress: www.")]
    [InlineData("flode.yaml", "start: medlem", "start: medlemskap")]
    [InlineData("flode.yaml", "till: uppdrag", "till: uppdraget")]
    [InlineData("flode.yaml", "\"steg:ledare-foretradare\"", "\"steg:ledare\"")]
    [InlineData("flode.yaml", "      jag: Är du medlem?", "      du: Är du medlem?")]
    [InlineData("flode.yaml", "högst: 4", "högst: 0")]
    public void Each_mistake_is_refused(string file, string right, string wrong)
    {
        var text = first.Text(file);

        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.False(first.Passes(file, text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Path, string Text)> Texts(string content) =>
        Directory.GetFiles(content, "*", SearchOption.AllDirectories)
            // The month of a guide just made is put in when it is.
            .Select(f => ("content/" + Path.GetRelativePath(content, f).Replace('\\', '/'), File.ReadAllText(f).Replace("{month}", "2024-05", StringComparison.Ordinal)));

    /// <summary>A guide and the schemas that the command wrote of it.</summary>
    public sealed class Written : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly Language _language;

        public Written()
            : this(Strings.Read("sv"), Texts(Repository.PathOf("content")))
        {
        }

        internal Written(Language language, IEnumerable<(string Path, string Text)> files)
        {
            _language = language;
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
                File.WriteAllText(_folder[path], text);
            }
            using var error = new StringWriter();
            Assert.Equal(ExitCodes.Fine,
                CommandLine.Run(["schema", _folder.Path], new(TextWriter.Null, error, _folder.Path, new(2024, 5, 1), false, false)));
            Assert.Contains(_folder["_schema"], error.ToString(), StringComparison.Ordinal);
        }

        public void Dispose() => _folder.Dispose();

        public string Text(string file) => File.ReadAllText(_folder["content/" + file]);

        public string Snippets() => File.ReadAllText(_folder["_schema/trappa.code-snippets"]);

        /// <summary>The files that their schema refuses.</summary>
        public IEnumerable<string> Refused() => Directory.GetFiles(_folder["content"], "*.*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(_folder["content"], f).Replace('\\', '/'))
            .Where(f => Path.GetExtension(f) is ".md" or ".yaml" && f != "README.md")
            .Where(f => !Passes(f, Text(f))).Order(StringComparer.Ordinal);

        public bool Passes(string file, string text)
        {
            var isData = file.EndsWith(".yaml", StringComparison.Ordinal);
            var folder = file.Split('/')[0];
            var schema = isData ? Path.GetFileNameWithoutExtension(file)
                : new[] { "steps", "quotes", "terms" }.Select(_language.Folder).Contains(folder) ? folder : _language.Reference("page");
            return JsonSchema.FromText(File.ReadAllText(_folder[$"_schema/{schema}.json"]))
                .Evaluate(isData ? YamlAsJson.Of(text) : YamlAsJson.OfFrontMatter(text)).IsValid;
        }
    }
}
