using CsCheck;

namespace Trappa.Tests.Render.Html;

public class HtmlPassing
{
    [Theory]
    [InlineData("/steg/valjare/", "/sag-sa-har/", "../steg/valjare/")]
    [InlineData("/steg/valjare/#behov", "/steg/foljare/", "../valjare/#behov")]
    [InlineData("/steg/valjare/", "/steg/valjare/", "./")]
    [InlineData("/steg/valjare/#behov", "/steg/valjare/", "#behov")]
    [InlineData("/", "/steg/valjare/", "../../")]
    [InlineData("/", "/", "./")]
    [InlineData("/om/?a=1&amp;b=2", "/", "om/?a=1&amp;b=2")]
    [InlineData("/http:x/", "/", "./http:x/")]
    [InlineData("/assets/site.js", "/om/", "../assets/site.1a2b3c4d.js")]
    [InlineData("/assets/site.js#x", "/om/", "../assets/site.1a2b3c4d.js#x")]
    public void An_address_from_the_root_becomes_relative(string address, string page, string expected) =>
        Assert.Equal($"<a href=\"{expected}\">ord</a>", PassOn.Html($"<a href=\"{address}\">ord</a>", page));

    [Theory]
    [InlineData("/steg/valjare/#behov", "../steg/valjare/index.html#behov")]
    [InlineData("/om/", "index.html")]
    [InlineData("/om/#a", "#a")]
    [InlineData("/", "../index.html")]
    [InlineData("/bild.png", "../bild.png")]
    public void A_portable_site_names_the_file_of_a_folder(string address, string expected) =>
        Assert.Equal($"<a href=\"{expected}\">ord</a>", PassOn.Html($"<a href=\"{address}\">ord</a>", "/om/", portable: true));

    [Theory]
    [InlineData("/", "/om/", "/om/")]
    [InlineData("/sub/", "/om/#a", "/sub/om/#a")]
    [InlineData("/sub/", "/", "/sub/")]
    public void A_page_shown_at_any_depth_starts_its_links_at_the_root(string root, string address, string expected) =>
        Assert.Equal($"<a href=\"{expected}\">ord</a>", PassOn.Html($"<a href=\"{address}\">ord</a>", "/404.html", root));

    [Theory]
    [InlineData("<img src=\"/a.png\" alt=\"x\">", "<img src=\"../a.png\" alt=\"x\">")]
    [InlineData("<img alt='x' srcset='/a.png 1x, /b.png 2x'>", "<img alt=\"x\" srcset=\"../a.png 1x, ../b.png 2x\">")]
    [InlineData("<source srcset=\"/a.png,/b.png 300w\">", "<source srcset=\"../a.png,/b.png 300w\">")]
    [InlineData("<video poster=\"/a.png\"></video>", "<video poster=\"../a.png\"></video>")]
    [InlineData("<form action=\"/sok/\"></form>", "<form action=\"../sok/\"></form>")]
    [InlineData("<a title='\"x\"' href='/b/'>x</a>", "<a title=\"&quot;x&quot;\" href=\"../b/\">x</a>")]
    [InlineData("<svg><use href=\"/a.svg#x\"/></svg>", "<svg><use href=\"../a.svg#x\"/></svg>")]
    public void All_attributes_with_addresses_are_seen(string html, string expected) =>
        Assert.Equal(expected, PassOn.Html(html, "/om/"));

    [Theory]
    [InlineData("<a href=\"mailto:a@b.se\">x</a>")]
    [InlineData("<a href=\"tel:+46\">x</a>")]
    [InlineData("<a href=\"bild.png\">x</a>")]
    [InlineData("<a>x</a>")]
    [InlineData("<meta content=\"/om/\" name=x>")]
    [InlineData("<link rel=\"canonical\" href=\"https://exempel.se/\">")]
    [InlineData("<p class='a'   id=b>T &amp; C<br/></p>")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><title>lokalföreningen</title></svg>")]
    [InlineData("<script>if (a < b) location = \"/om/\";</script>")]
    [InlineData("<textarea><a href=\"/om/\"></textarea>")]
    public void The_rest_goes_out_as_it_is_written(string html) => Assert.Equal(html, PassOn.Html(html));

    [Theory]
    [InlineData("<a href=\"/om/\" data-absolute>x</a>", "<a href=\"/om/\">x</a>")]
    [InlineData("<a data-absolute href=\"/om/\" class=\"b\">x</a>", "<a href=\"/om/\" class=\"b\">x</a>")]
    public void An_address_marked_absolute_stays(string html, string expected) => Assert.Equal(expected, PassOn.Html(html));

    [Theory]
    [InlineData("<a href=\"https://b.se/\">x</a>", "<a href=\"https://b.se/\" rel=\"noreferrer\">x</a>")]
    [InlineData("<a href=\"HTTP://b.se/\">x</a>", "<a href=\"HTTP://b.se/\" rel=\"noreferrer\">x</a>")]
    [InlineData("<a href=\"//b.se/\">x</a>", "<a href=\"//b.se/\" rel=\"noreferrer\">x</a>")]
    [InlineData("<a rel=\"me\" href=\"https://b.se/\">x</a>", "<a rel=\"me noreferrer\" href=\"https://b.se/\">x</a>")]
    [InlineData("<a rel=\"noreferrer me\" href=\"https://b.se/\">x</a>", "<a rel=\"noreferrer me\" href=\"https://b.se/\">x</a>")]
    public void A_link_outside_tells_nobody_where_one_came_from(string html, string expected) =>
        Assert.Equal(expected, PassOn.Html(html));

    [Fact]
    public void Text_is_set_in_the_body_only() => Assert.Equal(
        "<title>6 maj</title><body>6\u00A0maj <b>Lokal\u00ADföreningen</b>",
        PassOn.Html("<title>6 maj</title><body>6 maj <b>Lokalföreningen</b>"));

    [Theory]
    [InlineData("<code>6 maj</code>")]
    [InlineData("<pre><b>6 maj</b> 6 maj</pre>")]
    [InlineData("<kbd>6 maj</kbd>")]
    [InlineData("<samp>6 maj</samp>")]
    [InlineData("<textarea>6 maj</textarea>")]
    [InlineData("<style>6 maj</style>")]
    [InlineData("<span translate=\"no\"><span>6 maj</span> 6 maj</span>")]
    public void Text_that_is_no_running_text_stays(string html) =>
        Assert.Equal($"<body>{html}<p>6\u00A0maj</p>", PassOn.Html($"<body>{html}<p>6 maj</p>"));

    [Fact]
    public void The_style_sheet_goes_into_the_empty_element() => Assert.Equal(
        "<style>p{color:red}</style><style>a{}</style>", PassOn.Html("<style></style><style>a{}</style>"));

    [Fact]
    public void It_goes_into_each_that_is_empty_whatever_stands_between() => Assert.Equal(
        "<p>é</p><style>p{color:red}</style>ö<style>p{color:red}</style>å", PassOn.Html("<p>é</p><style></style>ö<style></style>å"));

    [Fact]
    public void Comments_and_half_tags_go_nowhere() =>
        Assert.Equal("<!DOCTYPE html>ab", PassOn.Html("<!DOCTYPE html>a<!-- c -->b<a href=\"/om/"));

    [Fact]
    public void A_browser_gets_back_the_address_that_was_written() =>
        Gen.Select(Addresses, Addresses, Gen.OneOf("", "#a", "?b=1", "?b=1#a")).Sample((page, address, rest) =>
        {
            var html = PassOn.Html($"<a href=\"{address}{rest}\">x</a>", page);
            var relative = html["<a href=\"".Length..html.IndexOf("\">", StringComparison.Ordinal)];
            var resolved = new Uri(new Uri("https://exempel.se" + page), relative);
            Assert.Equal(new Uri("https://exempel.se" + address + rest), resolved);
        });

    [Fact]
    public void A_page_that_was_passed_stays() =>
        Gen.OneOf("<p>", "</p>", "<b class=\"c\">", "ord ", "6 maj ", "lokalföreningen", "&amp;", "<br>", "\n",
            "<a href=\"https://b.se/\">", "</a>", "<img src=\"a.png\" alt=\"x\">", "<pre>", "</pre>").Array[0, 30].Sample(parts =>
        {
            var once = PassOn.Html("<body>" + string.Concat(parts));
            Assert.Equal(once, PassOn.Html(once));
        });

    // Folders and files, with letters beyond ASCII, colons and empty names in between; two slashes first are a host.
    private static Gen<string> Addresses { get; } = Gen.Select(
        Gen.OneOf("a", "b", "steg", "å", "c:d", "").Array[0, 4], Gen.OneOf("", "fil.html"),
        (folders, file) => "/" + string.Concat(folders.Select((f, i) => i == 0 && f.Length == 0 ? "" : f + "/")) + file)
        .Where(address => !address.StartsWith("//", StringComparison.Ordinal));
}
