using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Web;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.SignIn;

/// <summary>Signing in on the web by sending us a code from WhatsApp, which costs nobody anything.</summary>
[AllowAnonymous]
internal sealed class SignInPage(PulihDb db, IEnrolments enrolments, TimeProvider clock) : PageModel
{
    private const string Cookie = "belajar";

    /// <summary>The code to send; null before the person asks for one.</summary>
    public string? Code { get; private set; }

    /// <summary>The code came from somebody who is enrolled nowhere yet.</summary>
    public bool NotEnrolled { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Request.Cookies[Cookie]?.Split('.') is not [var browser, var code])
        {
            return Page();
        }

        var hash = SignInRequest.HashOf(browser);
        var request = await db.Set<SignInRequest>().SingleOrDefaultAsync(r => r.BrowserHash == hash, cancel);
        if (request is null || request.ExpiresAt <= clock.GetUtcNow().UtcDateTime)
        {
            Response.Cookies.Delete(Cookie, new() { Path = "/belajar" });
            return Page();
        }

        if (request.PersonId is not { } person)
        {
            Code = code;
            return Page();
        }

        db.Remove(request);
        Response.Cookies.Delete(Cookie, new() { Path = "/belajar" });
        var enrolled = (await enrolments.Load(db, [person], cancel)).GetValueOrDefault(person);
        if (enrolled is not [var newest, ..])
        {
            NotEnrolled = true;
            await db.SaveChangesAsync(cancel);
            return Page();
        }

        var token = PersonalLink.NewToken();
        db.Add(PersonalLink.For(newest, newest.CourseCode, token, clock));
        await db.SaveChangesAsync(cancel);
        return Redirect($"/belajar/{token}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var browser = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)); // 128 bits
        var code = SignInRequest.NewCode();
        db.Add(SignInRequest.For(code, browser, clock));
        await db.SaveChangesAsync(cancel);
        Response.Cookies.Append(Cookie, $"{browser}.{code}", new() { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/belajar", MaxAge = SignInRequest.Valid, IsEssential = true });
        return Redirect("/belajar");
    }
}
