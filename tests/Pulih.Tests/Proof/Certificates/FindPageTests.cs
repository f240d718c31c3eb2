using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Pulih.Proof.Certificates;

public sealed class FindPageTests : IAsyncLifetime
{
    private ProofWorld world = null!;
    private Certificate certificate = null!;

    public async ValueTask InitializeAsync()
    {
        world = await ProofWorld.Start();
        await world.Tell(world.Completion(await world.Owner()));
        certificate = await world.App.With(db => db.Set<Certificate>().SingleAsync());
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_typed_short_code_leads_to_the_certificate()
    {
        using var answer = await Type(Codes.Grouped(certificate.ShortCode).ToLowerInvariant());

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe($"/certificates/{certificate.Code}");
    }

    [Fact]
    public async Task A_code_nobody_has_and_a_code_nobody_can_have_get_the_same_answer()
    {
        var (nobodys, impossible) = (certificate.ShortCode == "22222222" ? "33333333" : "22222222", "0000-000");

        var answers = new[] { await Told(nobodys), await Told(impossible) };

        answers.ShouldAllBe(a => a.Contains("Tidak ada sertifikat dengan kode ini."));
        answers[0].Replace(nobodys, "").ShouldBe(answers[1].Replace(impossible, ""));
    }

    [Fact]
    public async Task The_eleventh_try_within_a_minute_is_asked_to_wait_even_with_the_right_code()
    {
        for (var n = 0; n < 10; n++)
        {
            (await Type("22222222")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        using var answer = await Type(certificate.ShortCode);

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Mohon tunggu beberapa menit");
    }

    private Task<HttpResponseMessage> Type(string code) =>
        world.App.Http.PostAsync("/certificates", new FormUrlEncodedContent(new Dictionary<string, string> { ["code"] = code }));

    private async Task<string> Told(string code)
    {
        using var answer = await Type(code);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
