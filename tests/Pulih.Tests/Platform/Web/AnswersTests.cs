using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Pulih.Platform.Web;

public sealed class AnswersTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here")]
    [InlineData("/favicon.ico")]
    public async Task Every_answer_forbids_inline_code_foreign_sources_and_frames(string path)
    {
        using var answer = await app.Http.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        answer.Headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_address_is_told_kindly_to_people_and_briefly_to_machines()
    {
        using var machine = await app.Http.GetAsync("/nothing/here");
        machine.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await machine.Content.ReadAsStringAsync()).ShouldBeEmpty();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing/here") { Headers = { { "Accept", "text/html" } } };
        using var person = await app.Http.SendAsync(request);
        person.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.Content.ReadAsStringAsync()).ShouldContain("Halaman ini tidak kami temukan.");
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("", null)]
    public async Task A_style_sheet_comes_compressed_and_is_kept_for_good(string accepted, string? encoding)
    {
        var address = app.Services.GetRequiredService<Assets>()["pulih.css"];
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await app.Http.SendAsync(request);

        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
    }

    [Fact]
    public async Task An_asset_under_an_old_address_is_not_there() =>
        (await app.Http.GetAsync("/assets/pulih.0000000000.css")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
