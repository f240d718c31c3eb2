using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>
/// Asks for the month's news: from the third to the tenth, in people's daytime, by a message where their 24 hours are
/// open and by one template where not. Who said stop, refused or has answered is left in peace.
/// </summary>
internal sealed class AskPulse(IDbContextFactory<PulihDb> dbs, KeepAnswers keep, PulseMessages messages, PulseLink link, ITemplates templates, ISpeak speak, IReach reach, IPeople people, IConsent consent, IRegions regions, IOutbox outbox, TimeProvider clock) : IJob
{
    private const int Portion = 200;
    private static readonly TimeSpan Later = TimeSpan.FromDays(1);

    public string Name => "recovery.ask-pulse";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var awake = regions.Provinces.Where(p => !QuietTimes.IsQuiet(now, p)).Select(p => p.Code).ToList();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var due = await db.Set<PanelMember>().Where(m => m.AskAt <= now && awake.Contains(m.Province)).OrderBy(m => m.AskAt).Take(Portion).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return false;
        }

        var month = Survey.MonthAt(now);
        var ids = due.Select(m => m.PersonId).Distinct().ToList();
        var reports = await keep.Load(db, due.ConvertAll(m => m.BusinessId), month, cancel);
        var consents = await consent.Load(db, ids, cancel);
        var (owners, ways) = (await people.Load(db, ids, cancel), await reach.Of(db, ids, cancel));
        var template = await templates.For(db, TemplateRole.Survey, cancel);
        var says = new List<(Guid, Say)>();
        foreach (var theirs in due.GroupBy(m => m.PersonId))
        {
            var open = theirs.Where(m => !reports.TryGetValue(m.BusinessId, out var report) || !report.IsComplete).ToList();
            foreach (var done in theirs.Except(open))
            {
                done.Rest(now);
            }

            if (open.Count > 0 && owners.TryGetValue(theirs.Key, out var owner))
            {
                Ask(open, owner, consents[owner.Id], ways[owner.Id].ToList(), template, month, now, says);
            }
            else
            {
                open.ForEach(m => m.Leave()); // The person was erased.
            }
        }

        await speak.To(db, Purpose.Notice, says, cancel, PulseDialogue.Me);
        await db.SaveChangesAsync(cancel);
        outbox.Wake();
        return due.Count == Portion;
    }

    private void Ask(List<PanelMember> open, PersonInfo owner, Consents allowed, List<Reach> ways, ReadyTemplate? template, DateOnly month, DateTime now, List<(Guid, Say)> says)
    {
        var first = open[0].Asked is null;
        if (allowed.Knows(ConsentPurpose.MonthlySurvey) && !allowed.Allows(ConsentPurpose.MonthlySurvey))
        {
            open.ForEach(m => m.Leave());
            return;
        }

        if (!first && Formats.DayInWib(now).Day is < Survey.FirstDay or > Survey.LastDay)
        {
            open.ForEach(m => m.Rest(now)); // The machine stood still on the days of asking.
            return;
        }

        var business = owner.Businesses.FirstOrDefault(b => b.Id == open[0].BusinessId)?.Name ?? "";
        var reachable = ways.Exists(w => w.HeardAt + Outgoing.Window > now);
        if (reachable || template is not null)
        {
            open.ForEach(m => m.Ask(month, now));
            says.Add((owner.Id, reachable ? Cultures.First(() => messages.Invitation(owner.Called, business, month, link.For(open[0].BusinessId, now))) : template!.Say(owner.Called, business)));
        }
        else
        {
            open.ForEach(m => m.Postpone(now + Later)); // No template is approved for it yet.
        }
    }
}
