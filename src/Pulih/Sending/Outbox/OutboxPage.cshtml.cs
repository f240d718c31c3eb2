using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Outbox;

/// <summary>The outgoing messages with their states, and the decision about those whose outcome nobody knows.</summary>
[Authorize(Policies.Operate)]
internal sealed class OutboxPage(PulihDb db, DecideMessage decide, IOutbox outbox, IReadLog readings) : PageModel
{
    public const string Address = "/pesan-keluar";
    private const int PageSize = 50;

    public static readonly IReadOnlyList<OutboxState> States =
    [
        OutboxState.ForOperator, OutboxState.Failed, OutboxState.Stopped, OutboxState.Uncertain, OutboxState.Queued, OutboxState.Attempting, OutboxState.Waiting,
        OutboxState.Accepted, OutboxState.Sent, OutboxState.Delivered, OutboxState.Read, OutboxState.Lapsed,
    ];

    [BindProperty(SupportsGet = true, Name = "keadaan")]
    public OutboxState? State { get; set; }

    /// <summary>The key the page begins below.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public IReadOnlyList<OutboxRow> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var rows = await ListOutbox.Page(db, State, Before, PageSize + 1, cancel);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id : null;
        readings.Read(db, User, Rows.Select(r => r.PersonId), Address);
        await db.SaveChangesAsync(cancel);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken cancel)
    {
        var decided = await decide.SendAgain(id, cancel);
        outbox.Wake();
        return Decided(decided);
    }

    public async Task<IActionResult> OnPostSentAsync(Guid id, CancellationToken cancel) => Decided(await decide.TakeAsSent(id, cancel));

    private LocalRedirectResult Decided(bool decided) => LocalRedirect($"{Address}?keadaan={State}&{(decided ? "diputuskan" : "terlambat")}");
}
