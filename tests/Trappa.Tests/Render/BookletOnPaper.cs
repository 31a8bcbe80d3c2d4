using System.Globalization;
using System.Text.RegularExpressions;
using Trappa.Commands;

namespace Trappa.Tests.Render;

/// <summary>The folded booklet: what stands on which page, and where the pages lie.</summary>
public sealed partial class BookletOnPaper : IDisposable
{
    private const string Flow = """
        title: Which step?
        start: member
        readers: [{id: meet, name: Somebody I meet}]
        questions:
          - {id: member, ask: Are they a member?, answers: [{text: Yes, means: yes, to: "step:s2"}, {text: No, means: no, to: votes}, {text: Do not know, to: votes}]}
          - {id: votes, ask: Do they vote?, answers: [{text: Yes, means: yes, to: "step:s3"}, {text: No, means: no, to: "step:s1"}]}

        """;

    private readonly TemporaryFolder _folder = new();

    public BookletOnPaper()
    {
        Write("content/site.yaml", """
            title: Guide
            language: en
            description: A guide for those who meet people.
            address: https://example.org/
            edition: {month: 2026-04}
            sections:
              - {name: quote, heading: Say this, role: say, kind: quote, card: 1}
              - {name: needs, heading: Needs, role: need, kind: list, card: 2}

            """);
        Write("content/index.md", "# Guide\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(8, "1 2|3 4|5 6|7 8")]
    [InlineData(3, "1|2|3|")]
    [InlineData(1, "1|||")]
    [InlineData(9, "1 2 3|4 5|6 7|8 9")]
    [InlineData(12, "1 2 3|4 5 6|7 8 9|10 11 12")]
    public void Pages_three_to_six_share_the_steps(int count, string shared)
    {
        Steps(count);
        Build();
        var pages = Pages();
        Assert.Equal(shared, string.Join('|', pages[2..6].Select(p => string.Join(' ', StepName().Matches(p).Select(m => m.Groups[1].Value)))));
        Assert.Equal(shared.Split('|').Count(s => s.Length == 0), pages[2..6].Count(p => p.Contains(">Notes</h3>", StringComparison.Ordinal)));
        Assert.All(Enumerable.Range(1, count), n => Assert.Single(pages[2..6], p => p.Contains($"need of {n}.", StringComparison.Ordinal)));
        Assert.Equal(count, Regex.Count(string.Concat(pages), $"aria-label=\"Step \\d+ of {count}\""));
    }

    [Fact]
    public void Thirteen_steps_have_no_booklet_and_are_told_why()
    {
        Steps(13);
        var (code, said) = Run();
        Assert.Equal(ExitCodes.Fine, code);
        Assert.StartsWith("""
            content/cards.yaml: warning TR373 The booklet is left out. It has room for 12 steps at most (4 pages with 3 on each), and the guide has 13.
                The cards and the handbook have all steps. There is nothing that you must do.

            """, said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["site/print/booklet"]));
        Assert.DoesNotContain("booklet", File.ReadAllText(_folder["site/print/index.html"]).Split("<main")[1], StringComparison.OrdinalIgnoreCase);
        Assert.True(File.Exists(_folder["site/print/cards/index.html"]));
    }

    [Fact]
    public void Page_two_has_the_questions_and_where_each_answer_leads()
    {
        Steps(3);
        Write("content/flow.yaml", Flow);
        Build();
        Assert.Equal("Which step? 1 Are they a member? Yes → Step2 · No / Do not know → 2 2 Do they vote? Yes → Step3 · No → Step1", Words(Pages()[1]));
    }

    [Fact]
    public void Without_a_flow_page_two_has_the_names_of_the_steps()
    {
        Steps(3);
        Build();
        Assert.Equal("The steps 1 Step1 2 Step2 3 Step3", Words(Pages()[1]));
    }

    [Fact]
    public void Questions_that_have_no_room_are_told_of_and_the_page_says_where_they_are()
    {
        Steps(1);
        var questions = Enumerable.Range(1, 40).Select(n => string.Create(CultureInfo.InvariantCulture,
            $"  - {{id: q{n}, ask: Is this question {n}?, answers: [{{text: Yes, to: {(n < 40 ? $"q{n + 1}" : "\"step:s1\"")}}}, {{text: No, to: \"step:s1\"}}]}}\n"));
        Write("content/flow.yaml", "title: Which step?\nstart: q1\nreaders: [{id: meet, name: Somebody I meet}]\nquestions:\n" + string.Concat(questions));
        var (code, said) = Run();
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Contains("""
            content/flow.yaml:1:1: warning TR374 The questions in Which step? do not fit on page 2 of the booklet. It says where they are instead.
                There is nothing that you must do. To have them in the booklet, write shorter questions and answers.

            """, said, StringComparison.Ordinal);
        Assert.Equal("Which step? There is no room for the questions here. They are on the guide's website. example.org/which-step",
            Words(Pages()[1]));
    }

    [Fact]
    public void The_cover_has_title_description_edition_and_a_box_for_a_pen()
    {
        Steps(3);
        Build();
        var cover = Pages()[0];
        Assert.Equal("Guide A guide for those who meet people. Edition: April 2026 My name and number:", Words(cover));
        Assert.Contains("<svg class=\"pen\"", cover, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"A staircase of 3 steps\"", cover, StringComparison.Ordinal);
        Write("content/cards.yaml", "own-box: no\n");
        Build();
        Assert.DoesNotContain("My name", Pages()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_seven_has_the_leads_of_the_pages_that_are_chosen_in_that_order_with_what_they_give_to_say()
    {
        Steps(3);
        Basics();
        Write("content/cards.yaml", "booklet: {pages: [basics/thanks, basics/ask]}\n");
        Build();
        Assert.Equal("Before you talk Say thanks What people do matters. Ask Ask, and wait. “May I ask you something?”", Words(Pages()[6]));
    }

    [Fact]
    public void Without_a_choice_page_seven_has_the_first_folders_pages_as_far_as_they_go()
    {
        Steps(3);
        Basics();
        for (var n = 4; n < 30; n++)
        {
            Write($"content/basics/{n:D2}-p{n}.md", $"---\ntitle: Page{n}\nlead: What page {n} is about, in one sentence.\n---\n");
        }
        Build();
        var page = Words(Pages()[6]);
        Assert.StartsWith("Before you talk Ask Ask, and wait. “May I ask you something?” Say thanks", page, StringComparison.Ordinal);
        Assert.Contains("Page4", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Page29", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_page_has_resources_the_edition_the_address_and_a_code()
    {
        Steps(3);
        Write("content/resources.yaml", "- {id: bank, title: The bank, text: More., state: found, address: \"https://bank.example.org/all/\"}\n");
        Build();
        var last = Pages()[7];
        Assert.Equal("Learn more The bank: bank.example.org/all The whole guide is on the web: example.org Edition: April 2026", Words(last));
        Assert.Contains("aria-label=\"QR code that leads to https://example.org/\"", last, StringComparison.Ordinal);
        Assert.Contains("href=\"https://bank.example.org/all/\"", last, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_there_is_no_code()
    {
        Steps(3);
        Write("content/site.yaml", File.ReadAllText(_folder["guide/content/site.yaml"]).Replace("address: https://example.org/\n", "", StringComparison.Ordinal));
        var (code, said) = Run();
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Contains("TR304", said, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"code\"", string.Concat(Pages()), StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", string.Concat(Pages()), StringComparison.Ordinal);
    }

    [Fact]
    public void On_Letter_pages_are_a_quarter_and_a_half_of_its_sides()
    {
        Steps(3);
        Write("content/cards.yaml", "presets: [{name: us, paper: Letter, width: 88.9, height: 50.8, columns: 2, rows: 5}]\n");
        Build();
        var html = Html();
        Assert.Contains("@page letter-lying{size:279.4mm 215.9mm;margin:0}", html, StringComparison.Ordinal);
        Assert.Contains(".panel{width:69.85mm;height:107.95mm;", html, StringComparison.Ordinal);
        Assert.Contains("viewBox=\"0 0 279.4 215.9\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_one_reads_from_right_to_left_the_booklet_is_bound_at_the_right()
    {
        var ran = Terminal.Run("build", Repository.PathOf("tests", "guides", "rtl"), "--out", _folder["site"], "--date", "2024-05-01");
        Assert.True(ran.ExitCode == ExitCodes.Fine, ran.Error);
        Assert.Contains(".p1{left:148.5mm;top:105mm}.p2{left:74.25mm;top:105mm}.p3{left:0mm;top:105mm}.p4{left:0mm;top:0mm}", Html(), StringComparison.Ordinal);
        Assert.Contains(".p8{left:222.75mm;top:105mm}", Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_preview_what_is_too_much_is_in_red_and_told_as_a_warning()
    {
        Steps(2);
        Write("content/steps/01-s1.md", $"---\nname: Full\nlead: {string.Concat(Enumerable.Repeat("Far too many words. ", 100))}\ncard-text: {{lead: Short.}}\n---\n");
        Build();
        Write("content/cards.yaml", "booklet: {steps: [{section: needs, label: Needs}]}\n");
        Write("content/steps/01-s1.md", $"---\nname: Full\nlead: Short.\nneeds: [{string.Join(", ", Enumerable.Repeat("far too many words for a page", 60))}]\n---\n");
        var (code, said) = Run("--preview");
        Assert.True(code == ExitCodes.Fine, said);
        Assert.Contains("warning TR372 Page 3 of the booklet is too full: Full: needs has ", said, StringComparison.Ordinal);
        Assert.Contains("<p class=\"m over\"><b>Needs", Pages()[2], StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_be_left_out_is_left_out_in_its_order_and_told()
    {
        Steps(12);
        Write("content/cards.yaml", "booklet: {steps: [{section: needs, label: Needs, may-drop: 1}]}\n");
        Write("content/steps/01-s1.md", $"---\nname: Full\nlead: Short.\nslug: s1\nneeds: [{string.Join(", ", Enumerable.Repeat("far too many words for a page", 30))}]\ncard-text: {{needs: [{string.Join(", ", Enumerable.Repeat("a need of some length", 40))}]}}\n---\n");
        var (_, said) = Run("--preview");
        Assert.Contains("warning TR366 Not everything fits in the booklet. This is left out: Full: needs.", said, StringComparison.Ordinal);
        Assert.Contains("need of 2.", Pages()[2], StringComparison.Ordinal);
    }

    private void Basics()
    {
        Write("content/site.yaml", File.ReadAllText(_folder["guide/content/site.yaml"]) + "folders: {basics: {title: Before you talk}}\n");
        Write("content/quotes/may-i.md", "---\nkind: invitation\n---\nMay I ask you something?\n");
        Write("content/basics/01-ask.md", "---\ntitle: Ask\nlead: Ask, and wait.\n---\n\n::: quote may-i\n");
        Write("content/basics/02-thanks.md", "---\ntitle: Say thanks\nlead: What people do matters.\n---\n");
    }

    private void Steps(int count)
    {
        for (var n = 1; n <= count; n++)
        {
            Write($"content/steps/{n:D2}-s{n}.md", $"---\nname: Step{n}\nlead: Who {n}.\nneeds: [need of {n}.]\n---\n");
        }
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder["guide/" + path])!);
        File.WriteAllText(_folder["guide/" + path], text);
    }

    private void Build()
    {
        var (code, said) = Run();
        Assert.True(code == ExitCodes.Fine, said);
    }

    private (int Code, string Said) Run(params string[] options)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(["build", _folder["guide"], "--out", _folder["site"], "--date", "2026-05-01", .. options],
            new(said, said, _folder["guide"], new(2026, 5, 1), IsTerminal: false, Colour: false));
        return (code, said.ToString());
    }

    private string Html() => File.ReadAllText(Directory.GetFiles(_folder["site"], "index.html", SearchOption.AllDirectories)
        .Single(f => File.ReadAllText(f).Contains("<div class=\"panel p1 ", StringComparison.Ordinal)));

    // The pages in the order of the document, which is that of reading.
    private string[] Pages()
    {
        var pages = Html().Split("<div class=\"panel p")[1..];
        Assert.Equal(Enumerable.Range(1, 8), pages.Select(p => p[0] - '0'));
        pages[^1] = pages[^1].Split("</main>")[0];
        return pages;
    }

    private static string Words(string html) => Space().Replace(
        Tag().Replace(html[(html.IndexOf('>', StringComparison.Ordinal) + 1)..].Replace("<wbr>", "", StringComparison.Ordinal), m => m.Value.StartsWith("</a", StringComparison.Ordinal) || m.Value.StartsWith("<a", StringComparison.Ordinal) || m.Value is "<b>" or "</b>" ? "" : " "), " ").Trim();

    [GeneratedRegex(@"<h3 class=""s[^""]*"">(?:<a [^>]*>)?(\d+) ")]
    private static partial Regex StepName();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Space();
}
