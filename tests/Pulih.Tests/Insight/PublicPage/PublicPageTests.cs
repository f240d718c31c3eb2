using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Web;
using Pulih.Programmes;
using Pulih.Programmes.Claims;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Targets;
using Pulih.Proof.Figures;

namespace Pulih.Insight.PublicPage;

public sealed partial class PublicPageTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const int Budget = 14 * 1024;
    private readonly App app = shared.App;

    [Fact]
    public async Task The_page_shows_verified_target_and_claim_as_three_different_things()
    {
        await Programme("tiga", 60_110);
        var page = await Page("/programmes/tiga");

        page.ShouldContain("<p class=\"number\">60.110</p>");
        page.ShouldContain("60.110 usaha terlatih dari target 100.000, yaitu 60%");
        page.ShouldContain("Dinaikkan dari 15.000 pada");
        page.ShouldContain("Klaim, belum diperiksa: 85.000");
        page.ShouldContain("Dinyatakan Facebook pada 29 Juli 2020");
        page.ShouldContain("<rect class=\"solid grow\"");
        page.ShouldContain("<rect class=\"hatched\" fill=\"url(#hatch)\"");
        page.ShouldContain("<line class=\"line\"");
        page.ShouldNotContain("145.110");
    }

    [Fact]
    public async Task Provinces_months_and_partners_are_drawn_and_stand_in_tables_for_those_who_cannot_see()
    {
        await Programme("rinci", 60_110);
        var page = await Page("/programmes/rinci");

        page.ShouldContain("<title>Jawa Barat: 40.000</title>");
        page.ShouldContain("<td>Jawa Barat</td><td class=\"n\">40.000</td>");
        page.ShouldContain("<title>Agustus 2026: 60.110</title>");
        page.ShouldContain("<td>Agustus 2026</td><td class=\"n\">60.110</td>");
        Svg().Matches(page).Select(m => m.Value).Where(s => s.Contains("class=\"chart", StringComparison.Ordinal) && !s.Contains("height=\"12\"", StringComparison.Ordinal))
            .ShouldAllBe(s => s.Contains("role=\"img\" aria-label="));
    }

    [Fact]
    public async Task Partners_who_trained_the_same_businesses_are_a_square_of_shades_and_a_table_and_their_sum_is_explained()
    {
        await Programme("bersama", 60_110);
        await app.Change(db =>
        {
            var id = db.Set<Programme>().Single(p => p.Code == "bersama").Id;
            var partners = new List<Guid>();
            foreach (var (code, count) in ((string, long)[])[("mitra-a", 40_000), ("mitra-b", 30_000), ("mitra-c", 1_000)])
            {
                var partner = Partner.Of(code, "Mitra " + code[^1..].ToUpperInvariant(), PartnerKind.Community, TimeProvider.System);
                db.Add(partner);
                db.Add(new Partnership { ProgrammeId = id, PartnerId = partner.Id, Since = DateTime.UnixEpoch });
                db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Partner, Key = partner.Id.ToString("N"), Count = count });
                partners.Add(partner.Id);
            }

            string Set(params int[] which) => string.Join(' ', which.Select(i => partners[i].ToString("N")).Order(StringComparer.Ordinal));
            db.Add(new Overlap { ProgrammeId = id, Partners = Set(0, 1), Count = 9_000 });
            db.Add(new Overlap { ProgrammeId = id, Partners = Set(0, 1, 2), Count = 890 });
        });
        var page = WebUtility.HtmlDecode(await Page("/programmes/bersama"));
        page.ShouldContain("9.890 usaha dilatih oleh lebih dari satu mitra");
        page.ShouldContain("angka para mitra menjadi 71.000");
        page.ShouldContain("<td class=\"n self\">40.000</td>");
        page.ShouldContain("<td class=\"n s5\">9.890</td>");
        page.ShouldContain("<td>Mitra A + Mitra B + Mitra C</td><td class=\"n\">890</td>");
    }

    [Fact]
    public async Task A_new_programme_says_that_it_has_just_opened()
    {
        await app.Programme("baru");
        var page = await Page("/programmes/baru");

        page.ShouldContain("<p class=\"number\">0</p>");
        page.ShouldContain("Pelatihan baru dibuka");
        page.ShouldNotContain("Terbanyak di");
    }

    [Fact]
    public async Task The_page_speaks_English_to_those_who_ask_for_it()
    {
        await Programme("inggris", 60_110);

        (await Page("/programmes/inggris?lang=en")).ShouldContain("<strong>trained businesses</strong>, each counted once, with evidence.");
    }

    [Fact]
    public async Task A_shared_link_shows_the_number_before_it_is_opened()
    {
        await Programme("bagi", 60_110);
        var page = await Page("/programmes/bagi");

        page.ShouldContain("<meta property=\"og:title\" content=\"Program uji\">");
        page.ShouldContain("<meta property=\"og:description\" content=\"60.110 usaha terlatih dengan bukti, dari target 100.000.\">");
        page.ShouldContain("<meta property=\"og:url\" content=\"http://pulih.test/programmes/bagi\">");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/programmes/berat")]
    public async Task A_first_view_weighs_less_than_14_KB(string path)
    {
        await Programme("berat", 6_011_000);
        var bytes = await Fetch(path, "br");

        (bytes.Length + app.Services.GetRequiredService<Assets>().Weight("pulih.css") + app.Services.GetRequiredService<Assets>().Weight("icon.svg"))
            .ShouldBeLessThan(Budget);
    }

    [Fact]
    public async Task A_page_needs_no_script_and_no_inline_style()
    {
        await Programme("polos", 60_110);

        foreach (var page in new[] { await Page("/"), await Page("/programmes/polos") })
        {
            page.ShouldNotContain("<script");
            page.ShouldNotContain("style=");
            page.ShouldNotContain("onclick");
        }
    }

    [Fact]
    public async Task A_crowd_is_served_from_what_one_visitor_caused()
    {
        await Programme("ramai", 100);
        var before = await Page("/programmes/ramai");
        await app.Change(db => db.Set<Rollup>().Single(r => r.Cut == Cut.Total && r.Key == "" && r.Count == 100).Count = 101);

        (await Page("/programmes/ramai")).ShouldBe(before);
        await Task.Delay(TimeSpan.FromSeconds(3.2));
        (await Page("/programmes/ramai")).ShouldContain("<p class=\"number\">101</p>");
    }

    [Fact]
    public async Task A_programme_that_does_not_exist_is_not_found() =>
        (await app.Http.GetAsync("/programmes/tidak-ada")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private async Task Programme(string code, long verified)
    {
        if (await app.With(db => Task.FromResult(db.Set<Programme>().Any(p => p.Code == code))))
        {
            return;
        }

        var id = await app.Programme(code);
        await app.Using<RaiseTarget, Target>(raise => raise.To(id, 100_000, "Mitra menambah kelas", ProgrammeSample.Officer, TestContext.Current.CancellationToken));
        await app.Using<RecordClaim, Claim>(record => Task.FromResult(record.Of(id, new(85_000, "Facebook", new(2020, 7, 29), "Keterangan pers"), ProgrammeSample.Officer)));
        await app.Change(db =>
        {
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Total, Key = "", Count = verified });
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Month, Key = "2026-08", Count = verified });
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Province, Key = "32", Count = 40_000 });
            db.Add(new Rollup { ProgrammeId = id, Cut = Cut.Province, Key = "96", Count = 20_110 });
        });
    }

    private async Task<string> Page(string path) => System.Text.Encoding.UTF8.GetString(await Fetch(path, ""));

    private async Task<byte[]> Fetch(string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        using var answer = await app.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.SingleOrDefault("").ShouldBe(encoding);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    [GeneratedRegex("<svg[^>]*>")]
    private static partial Regex Svg();
}
