using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Signing;

/// <summary>The cookie of a signed-in person: its name, what is in it, and when it stops being believed.</summary>
internal sealed class SessionCookie(Settings settings)
{
    public const string Scheme = "desk";
    private const string StampClaim = "stamp";

    /// <summary>Over https the browser itself guards the name: only this host, only https, the whole site.</summary>
    public bool Secure { get; } = settings.PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public string Name => Named("pulih");

    public string DeviceName => Named("pulih-device");

    public string FormName => Named("pulih-form");

    public static ClaimsPrincipal Principal(Account account)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(ClaimTypes.Name, account.Name), new(ClaimTypes.Role, account.Role), new(StampClaim, account.Stamp),
        };
        if (account.PartnerId is { } partner)
        {
            claims.Add(new(PartnerScope.ClaimType, partner.ToString()));
        }

        return new(new ClaimsIdentity(claims, Scheme));
    }

    /// <summary>
    /// Asked at every request, so that signing out, a new role and a new password end old cookies at once on every
    /// machine. Staff are few: it is one look-up by key.
    /// </summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<PulihDb>();
        var id = context.Principal!.AccountId();
        var stamp = await db.Set<Account>().Where(a => a.Id == id && !a.Closed).Select(a => a.Stamp).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (stamp is null || stamp != context.Principal!.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
        }
    }

    private string Named(string name) => Secure ? "__Host-" + name : name;
}
