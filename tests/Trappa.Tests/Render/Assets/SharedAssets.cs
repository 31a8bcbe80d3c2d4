using System.Security.Cryptography;
using System.Text;
using Trappa.Load;
using Trappa.Render.Assets;

namespace Trappa.Tests.Render.Assets;

public class SharedAssets
{
    [Fact]
    public void Files_are_joined_in_the_order_of_their_names_and_each_script_fails_alone()
    {
        var (assets, _) = SiteAssets.From(IconRaster.Templates(
            ("assets/css/2.css", "b { x: y }\r\n"), ("assets/css/10.css", "a { x: y }"), ("assets/css/step/z.css", "c { x: y }"),
            ("assets/js/b.js", "two() // last line"), ("assets/js/a.js", "one()"), ("assets/js/step/aa.js", "step()")));
        Assert.Equal("a{x:y}b{x:y}", assets.Style);
        Assert.Equal("a{x:y}b{x:y}c{x:y}", assets.StyleOf("step"));
        Assert.Equal(assets.Style, assets.StyleOf("page"));
        Assert.Equal(
            "try{(function(){\"use strict\";one()\n})()}catch(e){setTimeout(function(){throw e})}\n" +
            "try{(function(){\"use strict\";two()\n})()}catch(e){setTimeout(function(){throw e})}\n",
            Text(assets, "/assets/site.js"));
        Assert.Equal("/assets/site.js", assets.ScriptOf("page").Name);
        Assert.Equal("/assets/site-step.js", assets.ScriptOf("step").Name);
        Assert.Equal(["one()", "step()", "two()"],
            Text(assets, "/assets/site-step.js").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where((_, i) => i % 2 == 0).Select(l => l[(l.LastIndexOf(';') + 1)..]));
        Assert.Equal(SiteAssets.HashOf(Text(assets, "/assets/site-step.js")), assets.ScriptOf("step").Hash);
    }

    [Fact]
    public void The_policys_hash_is_of_exactly_the_style_sheet()
    {
        var (assets, _) = SiteAssets.From(BuiltInTemplates.Read());
        Assert.Equal("sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(assets.Style))), SiteAssets.HashOf(assets.Style));
        Assert.DoesNotContain('\r', assets.Style);
    }

    [Fact]
    public void Every_other_file_gets_a_name_with_a_hash_of_what_is_in_it()
    {
        var (assets, _) = SiteAssets.From(IconRaster.Templates(
            ("assets/icon.svg", "<svg/>"), ("assets/shapes/a.b.svg", "x"), ("assets/LICENSE", "y"), ("layouts/page.html", "z")));
        Assert.Equal(["/assets/LICENSE", "/assets/icon.svg", "/assets/shapes/a.b.svg", "/assets/site.js"], assets.Names.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("/assets/shapes/a.b.2d711642.svg", assets.Names["/assets/shapes/a.b.svg"]);
        Assert.Equal("/assets/LICENSE.a1fce436", assets.Names["/assets/LICENSE"]);
        Assert.All(assets.Files, f => Assert.Contains("/" + f.Path, assets.Names.Values));
    }

    [Fact]
    public void The_same_templates_give_the_same_bytes()
    {
        var (one, _) = SiteAssets.From(BuiltInTemplates.Read());
        var (two, _) = SiteAssets.From(BuiltInTemplates.Read());
        Assert.Equal(one.Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes.Span))), two.Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes.Span))));
        Assert.Equal(one.Style, two.Style);
    }

    [Fact]
    public void Colours_come_from_the_style_sheets_first_tokens()
    {
        Assert.Equal(new Colours(0x112233, 0xAABBCC, 0x445566),
            Colours.From(":root{--no-paper:#000;--paper:#123;--tint:#abc;--accent:#445566}.x{--paper:#fff}"));
        Assert.Equal(new Colours(0xFFFCF7, 0xEDD0C5, 0x8E1022), Colours.From(":root{--paper:Canvas;--tint:#12;--accent:light-dark(#000,#fff)}"));
        Assert.Equal(Colours.From(""), Colours.From(SiteAssets.From(BuiltInTemplates.Read()).Assets.Style));
    }

    private static string Text(SiteAssets assets, string name) =>
        Encoding.UTF8.GetString(assets.Files.Single(f => "/" + f.Path == assets.Names[name]).Bytes.Span);
}
