using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Pulih.Platform.Accounts.Signing;

/// <summary>
/// Remembers, in a cookie only we can write, that somebody signed in from this browser before. Its tries are counted
/// apart from strangers', so that whoever guesses at an account cannot keep its owner out.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, SessionCookie session)
{
    private readonly IDataProtector protector = protection.CreateProtector("pulih known device");

    /// <summary>The browser's own mark for this address, or null for a stranger.</summary>
    public string? Of(HttpContext context, string normalizedEmail)
    {
        if (context.Request.Cookies[session.DeviceName] is not { Length: < 1000 } cookie)
        {
            return null;
        }

        try
        {
            var parts = protector.Unprotect(cookie).Split('\n');
            return parts.Length == 2 && parts[0] == normalizedEmail ? parts[1] : null;
        }
        catch (CryptographicException)
        {
            return null; // Written by somebody else, or under a key that is gone: a stranger.
        }
    }

    public void Remember(HttpContext context, string normalizedEmail) =>
        context.Response.Cookies.Append(session.DeviceName, protector.Protect($"{normalizedEmail}\n{RandomNumberGenerator.GetHexString(32)}"), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(180), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = session.Secure || context.Request.IsHttps, Path = "/", IsEssential = true,
        });
}
