using Microsoft.AspNetCore.Http;

namespace Pulih.Platform.Language;

public sealed class RequestLanguageTests
{
    [Theory]
    [InlineData(null, "id-ID")]
    [InlineData("id-ID,id;q=0.9,en;q=0.8", "id-ID")]
    [InlineData("en-US,en;q=0.9,id;q=0.8", "id-ID")]
    [InlineData("in", "id-ID")]
    [InlineData("*", "id-ID")]
    [InlineData("en-US,en;q=0.9", "en-GB")]
    [InlineData("en,id;q=0", "en-GB")]
    public async Task A_browser_that_reads_Indonesian_gets_it(string? accepted, string culture) =>
        (await Culture(c => c.Request.Headers.AcceptLanguage = accepted)).ShouldBe(culture);

    [Fact]
    public async Task A_choice_goes_before_the_browser_and_is_remembered()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.AcceptLanguage = "id";
        context.Request.QueryString = new("?lang=en");

        (await Culture(context)).ShouldBe("en-GB");
        context.Response.Headers.SetCookie.ToString().ShouldContain("lang=en");
    }

    [Fact]
    public async Task A_remembered_choice_is_not_set_again()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = "lang=en";
        context.Request.QueryString = new("?lang=en");

        (await Culture(context)).ShouldBe("en-GB");
        context.Response.Headers.SetCookie.Count.ShouldBe(0);
    }

    private static Task<string> Culture(Action<HttpContext> arrange)
    {
        var context = new DefaultHttpContext();
        arrange(context);
        return Culture(context);
    }

    private static async Task<string> Culture(HttpContext context) =>
        (await new RequestLanguage().DetermineProviderCultureResult(context))!.Cultures.Single().Value!;
}
