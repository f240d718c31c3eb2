using Microsoft.AspNetCore.Localization;

namespace Pulih.Platform.Language;

/// <summary>Indonesian, unless the reader chose English (<c>?lang=en</c>, remembered) or has a browser that does not read Indonesian.</summary>
internal sealed class RequestLanguage : RequestCultureProvider
{
    private const string Choice = "lang";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext context)
    {
        var language = Chosen(context) ?? Accepted(context.Request);
        return Task.FromResult<ProviderCultureResult?>(new(language == "en" ? Cultures.English.Name : Cultures.Indonesian.Name));
    }

    private static string? Chosen(HttpContext context)
    {
        var remembered = Known(context.Request.Cookies[Choice]);
        var asked = Known(context.Request.Query[Choice]);
        if (asked is not null && asked != remembered)
        {
            context.Response.Cookies.Append(Choice, asked, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
            });
        }

        return asked ?? remembered;
    }

    private static string? Known(string? language) => language is "id" or "en" ? language : null;

    // Many phones here are set to English and still list Indonesian: whoever accepts it gets it.
    private static string Accepted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptLanguage;
        return accepted.Count == 0 || accepted.Any(ReadsIndonesian) ? "id" : "en";
    }

    private static bool ReadsIndonesian(Microsoft.Net.Http.Headers.StringWithQualityHeaderValue language) =>
        language.Quality is not 0
        && (language.Value == "*" || language.Value.StartsWith("id", StringComparison.OrdinalIgnoreCase) || language.Value.StartsWith("in", StringComparison.OrdinalIgnoreCase));
}
