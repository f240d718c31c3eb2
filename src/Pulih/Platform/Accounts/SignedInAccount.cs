using System.Security.Claims;

namespace Pulih.Platform.Accounts;

/// <summary>Who is signed in.</summary>
public static class SignedInAccount
{
    /// <summary>The account's id; empty for a visitor.</summary>
    public static Guid AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;
}
