using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Chat.Takeover;

/// <summary>The people who wait for a human, the longest waiting first, and the conversations that humans hold.</summary>
[Authorize(Policies.Classes)]
internal sealed class WaitingPage(PulihDb db, IPeople people, IReadLog readings, TimeProvider clock) : PageModel
{
    public const string Address = "/desk/inbox";
    private const int PageSize = 40;

    /// <summary>Only who began to wait after this moment, as ticks.</summary>
    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public long? After { get; set; }

    public IReadOnlyList<WaitingRow> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingRow> Held { get; private set; } = [];

    public long? Next { get; private set; }

    public DateTime Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        var from = After is > 0 and var ticks && ticks < DateTime.MaxValue.Ticks ? new DateTime(ticks, DateTimeKind.Utc) : DateTime.MinValue;
        var waiting = await db.Waiting(Now).Where(c => c.WaitsSince > from).Take(PageSize + 1).ToListAsync(cancel);
        var held = await db.Held(Now).Take(PageSize).ToListAsync(cancel);
        (waiting, Next) = waiting.Count > PageSize ? (waiting[..PageSize], waiting[PageSize - 1].WaitsSince!.Value.Ticks) : (waiting, (long?)null);
        var owners = await people.Load(db, [.. waiting.Concat(held).Select(c => c.PersonId).Distinct()], cancel);
        WaitingRow Row(Conversation c) => new(c, owners.GetValueOrDefault(c.PersonId));
        (Waiting, Held) = ([.. waiting.Select(Row)], [.. held.Select(Row)]);
        if (owners.Count > 0)
        {
            readings.Read(db, User, owners.Keys, Address);
            await db.SaveChangesAsync(cancel);
        }
    }
}

/// <summary>A conversation in the list, with the owner where they are registered.</summary>
internal sealed record WaitingRow(Conversation Conversation, PersonInfo? Person)
{
    public string Name(string nobody) => Person?.Name ?? Conversation.ProfileName ?? nobody;
}
