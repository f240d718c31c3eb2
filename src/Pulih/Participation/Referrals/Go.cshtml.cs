using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Referrals;

/// <summary>Opens WhatsApp with a first message that carries the code; in Demo the phone simulator.</summary>
[AllowAnonymous]
internal sealed class Go(IReferrals referrals, WhatsAppSettings whatsApp, Settings settings, IStringLocalizer<Texts> text) : PageModel
{
    /// <summary>Where somebody with an unknown code can still go: into the chat, without one.</summary>
    public string Open { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string referral, CancellationToken cancel)
    {
        if ((await referrals.Map(cancel)).Find(referral) is { } known)
        {
            return Redirect(ChatWith(text["go.first-message", known.Code]));
        }

        Open = ChatWith(text["go.first-message.plain"]);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private string ChatWith(string message)
    {
        var number = string.Concat((whatsApp.Numbers.Count > 0 ? whatsApp.Numbers[0].Display : "").Where(char.IsAsciiDigit));
        return settings.Demo || number.Length == 0
            ? $"/simulator?text={Uri.EscapeDataString(message)}"
            : $"https://wa.me/{number}?text={Uri.EscapeDataString(message)}";
    }
}
