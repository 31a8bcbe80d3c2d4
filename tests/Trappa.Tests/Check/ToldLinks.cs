using Trappa.Tests.Links;

namespace Trappa.Tests.Check;

/// <summary>What <c>trappa links</c> says, word by word.</summary>
public class ToldLinks
{
    [Fact]
    public async Task A_dead_one() => await Expect("http://a.example/x", 404, ["2024-05-01", "2024-05-02", "2024-05-03"], """
        content/resurser.yaml:4:11: fel TR310 Adressen http://a.example/x fungerar inte: sidan finns inte (404). Den har inte fungerat sedan 1 maj 2024.
            Sök upp den nya adressen och skriv den i content/resurser.yaml. Finns den inte längre? Ta bort länken. I resurser.yaml kan du i stället skriva tillstånd: saknas och sök: med ord att söka på.
        Adresser: 1. Fungerar: 0. Har flyttat: 0. Fungerar inte: 1. Gick inte att kontrollera: 0.

        """);

    [Fact]
    public async Task One_that_fails_today() => await Expect("http://a.example/x", 500, ["2024-05-01"], """
        content/resurser.yaml:4:11: varning TR311 Adressen http://a.example/x fungerade inte nu: servern svarar med ett fel (500). Det är dag 1 av 3.
            Vänta, och kontrollera igen en annan dag. Fungerar den inte då heller behöver den ändras.
        Adresser: 1. Fungerar: 0. Har flyttat: 0. Fungerar inte: 1. Gick inte att kontrollera: 0.

        """);

    [Fact]
    public async Task One_that_has_moved() => await Expect("http://a.example/flyttad", 200, ["2024-05-01"], """
        content/resurser.yaml:4:11: varning TR312 Adressen http://a.example/flyttad har flyttat för gott, till http://a.example/ny.
            Ändra adressen i content/resurser.yaml till http://a.example/ny
        Adresser: 1. Fungerar: 0. Har flyttat: 1. Fungerar inte: 0. Gick inte att kontrollera: 0.

        """);

    [Fact]
    public async Task One_that_leads_on_for_now() => await Expect("http://a.example/tillfallig", 200, ["2024-05-01"], """
        content/resurser.yaml:4:11: http://a.example/tillfallig leder just nu vidare till http://a.example/ny
        Adresser: 1. Fungerar: 1. Har flyttat: 0. Fungerar inte: 0. Gick inte att kontrollera: 0.

        """);

    [Fact]
    public async Task One_that_cannot_be_checked() => await Expect("http://a.example/x", 401, ["2024-05-01"], """
        content/resurser.yaml:4:11: varning TR313 Adressen http://a.example/x går inte att kontrollera härifrån: sidan kräver inloggning (401).
            Öppna den själv i webbläsaren och se om den visar rätt sida.
        Adresser: 1. Fungerar: 0. Har flyttat: 0. Fungerar inte: 0. Gick inte att kontrollera: 1.

        """);

    [Fact]
    public async Task No_network()
    {
        using var guide = new CheckedLinks("http://a.invalid/", "http://b.invalid/");
        await using var server = OutsideServer.Saying(_ => "");
        Assert.Equal("""
            content: fel TR314 Ingen av adresserna gick att nå. Datorn verkar sakna nät.
                Kontrollera att datorn har nät, och försök igen. Inget är antecknat om adresserna.

            """, guide.Check(server).Error);
    }

    [Theory]
    [InlineData("{\n  \"format\": 1,\n  oj", ":3")]
    [InlineData("{\"format\": 2, \"addresses\": []}", "")]
    [InlineData("[]", "")]
    [InlineData("{\"format\": 1, \"addresses\": [{\"address\": \"a\", \"failed\": [\"i går\"]}]}", "")]
    public async Task What_is_kept_and_cannot_be_read(string text, string line)
    {
        using var guide = new CheckedLinks("http://a.example/");
        guide["kvar.json"] = text;
        await using var server = OutsideServer.Saying(_ => "");
        Assert.Equal($"""
            kvar.json{line}: fel TR315 Filen där det står när adresserna fungerade går inte att läsa.
                Hämta tillbaka filen som den var, eller ta bort den. Då börjar räkningen om från i dag.

            """, guide.Check(server, "2024-05-01", "--state", "kvar.json").Error);
        Assert.Empty(server.Requests);
        Assert.Equal(text, guide["kvar.json"]);
    }

    [Fact]
    public async Task What_cannot_be_kept()
    {
        using var guide = new CheckedLinks("http://a.example/");
        await using var server = OutsideServer.Saying(_ => OutsideServer.Answer(200));
        var told = guide.Check(server, "2024-05-01", "--state", "content/index.md/kvar.json").Error;
        Assert.StartsWith("content/index.md/kvar.json: fel TR316 Filen där det ska stå när adresserna fungerade går inte att skriva. (", told, StringComparison.Ordinal);
        Assert.EndsWith(")\n    Ge dig själv rätt att skriva i mappen, eller välj en annan fil, så här: --state lankar.json\n", told, StringComparison.Ordinal);
    }

    private static async Task Expect(string address, int status, string[] days, string told)
    {
        using var guide = new CheckedLinks(address);
        await using var server = OutsideServer.Saying(r => r.Path switch
        {
            "/robots.txt" => OutsideServer.Answer(404),
            "/flyttad" => OutsideServer.Answer(301, "Location: /ny\r\n"),
            "/tillfallig" => OutsideServer.Answer(302, "Location: /ny\r\n"),
            _ => OutsideServer.Answer(status),
        });
        var last = days.Select(d => guide.Check(server, d)).ToList()[^1];
        Assert.Equal(told, last.Output);
        Assert.Equal("", last.Error);
    }
}
