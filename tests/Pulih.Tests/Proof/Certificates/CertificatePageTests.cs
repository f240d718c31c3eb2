using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Web;

namespace Pulih.Proof.Certificates;

public sealed class CertificatePageTests : IAsyncLifetime
{
    private ProofWorld world = null!;
    private Certificate certificate = null!;

    public async ValueTask InitializeAsync()
    {
        world = await ProofWorld.Start();
        await world.Tell(world.Completion(await world.Owner("Siti <script>alert(1)</script>")));
        certificate = await world.App.With(db => db.Set<Certificate>().SingleAsync());
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_page_shows_every_printed_field_and_the_evidence_in_words()
    {
        var page = WebUtility.HtmlDecode(await world.App.Http.GetStringAsync($"/certificates/{certificate.Code}"));

        string[] printed =
        [
            "Sertifikat ini asli", "Keripik Contoh", "Jualan lewat WhatsApp", "UMKM Pulih 2026", "Kementerian UMKM · Smesco · Facebook · Instagram · WhatsApp",
            "5 dari 6 soal benar", "3 Agustus 2026", Codes.Grouped(certificate.ShortCode), $"http://pulih.test/certificates/{certificate.Code}",
            "Semua 5 pelajaran sudah diikuti, dari 1 Agustus 2026 pukul 13.00 WIB sampai 3 Agustus 2026 pukul 13.00 WIB.", "Angkatan 1, dilatih oleh Dinas Koperasi Contoh",
        ];
        printed.Where(p => !page.Contains(p)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_made_of_markup_is_shown_as_words()
    {
        var page = await world.App.Http.GetStringAsync($"/certificates/{certificate.Code}");

        page.ShouldContain("Siti &lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_first_view_weighs_at_most_14_KB_with_its_styles()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/certificates/{certificate.Code}");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var answer = await world.App.Http.SendAsync(request);
        var assets = new Assets();

        var weight = (await answer.Content.ReadAsByteArrayAsync()).Length + assets.Weight("pulih.css") + assets.Weight("certificate.css") + assets.Weight("icon.svg");

        answer.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        weight.ShouldBeLessThanOrEqualTo(14 * 1024);
    }

    [Theory]
    [InlineData("23456789ABCDEFGHJKLMNPQRST")]
    [InlineData("short")]
    public async Task An_unknown_code_is_not_found(string code) =>
        (await world.App.Http.GetAsync($"/certificates/{code}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("pdf", "application/pdf")]
    [InlineData("png", "image/png")]
    public async Task The_file_is_kept_by_whoever_asked_and_not_sent_twice(string ending, string type)
    {
        using var first = await world.App.Http.GetAsync($"/certificates/{certificate.Code}.{ending}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/certificates/{certificate.Code}.{ending}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await world.App.Http.SendAsync(request);

        first.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        first.Headers.CacheControl!.Public.ShouldBeTrue();
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await world.App.Http.GetAsync($"/certificates/23456789ABCDEFGHJKLMNPQRST.{ending}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
