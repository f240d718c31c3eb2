using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;

namespace Pulih.Chat.Inbox;

/// <summary>The messages that could not be answered, and putting one back once its cause is mended.</summary>
[Authorize(Policies.Operate)]
internal sealed class ParkedPage(PulihDb db, ParkMessage park, IReadLog readings) : PageModel
{
    public const string Address = "/pesan-tertahan";
    private const int PageSize = 50;

    /// <summary>The key the page begins below.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public long? Before { get; set; }

    public IReadOnlyList<ParkedRow> Rows { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = await ListParked.Page(db, Before, PageSize + 1, cancel);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
        readings.Read(db, User, Rows.Select(r => r.PersonId), Address);
        await db.SaveChangesAsync(cancel);
    }

    public async Task<IActionResult> OnPostReplayAsync(long id, CancellationToken cancel) =>
        LocalRedirect($"{Address}?{(await park.Replay(id, cancel) ? "diulang" : "terlambat")}");
}
