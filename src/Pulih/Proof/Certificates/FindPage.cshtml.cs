using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Proof.Certificates;

/// <summary>Where somebody with a printed certificate types its short code and is led to its page.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // It changes nothing and knows nobody; without a cookie the page weighs less.
internal sealed class FindPage(PulihDb db, FindLimit limit, Assets assets) : PageModel
{
    public string? Typed { get; private set; }

    /// <summary>What went wrong, as a key of the texts.</summary>
    public string? Trouble { get; private set; }

    public string StyleSheet => assets["certificate.css"];

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        Typed = code;
        if (!limit.Allows(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Again("Many codes are being tried just now. Please wait a few minutes and try again.");
        }

        var typed = Codes.Typed(code);
        var found = typed is null ? null : await db.Set<Certificate>().Where(c => c.ShortCode == typed).Select(c => c.Code).SingleOrDefaultAsync(cancel);
        return found is null ? Again("No certificate has this code. Please look at it once more.") : Redirect($"/certificates/{found}");
    }

    private PageResult Again(string trouble)
    {
        Trouble = trouble;
        return Page();
    }
}
