using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Sessions;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Classes.Attendance;

/// <summary>What is shown to everybody in the class: the code of this half minute, large, and the same as a QR code.</summary>
[Authorize(Policies.Classes)]
internal sealed class ScreenPage(PulihDb db, ScreenCode codes, ChatLink chat, TimeProvider clock) : PageModel
{
    public ClassSession Session { get; private set; } = null!;

    public string Code { get; private set; } = "";

    /// <summary>Opens WhatsApp with the code typed; null where no number is configured.</summary>
    public string? Link { get; private set; }

    /// <summary>How many seconds the code is still shown.</summary>
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.ShownClass(id, cancel) is not { } session)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        (Session, Code) = (session, codes.At(id, now));
        Link = chat.Saying($"hadir {Code}");
        Left = (int)Math.Ceiling((ScreenCode.Every.Ticks - (now - DateTime.UnixEpoch).Ticks % ScreenCode.Every.Ticks) / (double)TimeSpan.TicksPerSecond);
        return Page();
    }
}
