using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Referrals;

/// <summary>Opens WhatsApp with a first message that carries the code; in Demo the phone simulator.</summary>
[AllowAnonymous]
internal sealed class Go(IReferrals referrals, ChatLink chat, IStringLocalizer<Texts> text) : PageModel
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

    // Where nobody has said how our number is dialled, WhatsApp asks to whom the words go.
    private string ChatWith(string message) => chat.Saying(message) ?? $"https://wa.me/?text={Uri.EscapeDataString(message)}";
}
