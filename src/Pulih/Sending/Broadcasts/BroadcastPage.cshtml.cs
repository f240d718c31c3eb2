using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Sending.Cost;
using Pulih.Sending.Outbox;
using Pulih.Sending.Templates;

namespace Pulih.Sending.Broadcasts;

/// <summary>One broadcast: whom it would reach and what that costs before it is released, and how far it is after.</summary>
[Authorize(Policies.Programmes)]
internal sealed class BroadcastPage(PulihDb db, IParticipants participants, RateCard card, TimeProvider clock) : PageModel
{
    private const int CountedTo = 100_000;

    public Broadcast Broadcast { get; private set; } = null!;
    public Template Template { get; private set; } = null!;

    /// <summary>People of the audience, counted only before it is released; more than 100,000 enrolments are not counted on.</summary>
    public int People { get; private set; }
    public bool More { get; private set; }

    /// <summary>Hundredths of a rupiah for one message today.</summary>
    public long Price { get; private set; }

    public Budget? Budget { get; private set; }

    public IReadOnlyList<(OutboxState State, int Count)> Outcomes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Set<Broadcast>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } broadcast)
        {
            return NotFound();
        }

        Broadcast = broadcast;
        Template = await db.Set<Template>().AsNoTracking().SingleAsync(t => t.Id == broadcast.TemplateId, cancel);
        Price = (await card.Now(cancel)).Of(clock.GetUtcNow().UtcDateTime, RateCard.Indonesia, Template.Marketing ? PriceCategory.Marketing : PriceCategory.Utility).Sen;
        Budget = await db.Set<Budget>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == broadcast.ProgrammeId, cancel);
        if (broadcast.State == BroadcastState.Draft)
        {
            var people = new HashSet<Guid>();
            var seen = 0;
            await foreach (var row in participants.All(db, broadcast.Filter, PartnerScope.Everything).WithCancellation(cancel))
            {
                people.Add(row.PersonId);
                if (++seen >= CountedTo)
                {
                    More = true;
                    break;
                }
            }

            People = people.Count;
        }
        else
        {
            Outcomes = [.. (await db.Set<OutboxMessage>().Where(m => m.CampaignId == id).GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).OrderBy(g => g.Key).Select(g => (g.Key, g.Count))];
        }

        return Page();
    }

    public Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancel) => Move(id, BroadcastState.Running, cancel, BroadcastState.Draft, BroadcastState.Paused);

    public Task<IActionResult> OnPostPauseAsync(Guid id, CancellationToken cancel) => Move(id, BroadcastState.Paused, cancel, BroadcastState.Running);

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancel) => Move(id, BroadcastState.Stopped, cancel, BroadcastState.Running, BroadcastState.Paused, BroadcastState.Draft);

    private async Task<IActionResult> Move(Guid id, BroadcastState to, CancellationToken cancel, params BroadcastState[] from)
    {
        await using (var write = await Write.Begin(db, cancel))
        {
            await db.Set<Broadcast>().Where(b => b.Id == id && from.Contains(b.State)).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, to).SetProperty(b => b.PausedByCode, (int?)null), cancel);
            await write.Commit(cancel);
        }

        return LocalRedirect($"{BroadcastsPage.Address}/{id}");
    }
}
