using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Participation.Participants;
using Pulih.Platform.Cluster;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Reminders;

/// <summary>
/// Reminds those who fell silent in the middle of their training: by one template that names their own enrolment, in
/// their daytime, once and never again. Who said stop, has finished, or has been silent for too long is left in peace.
/// </summary>
internal sealed class RemindSilent(IDbContextFactory<PulihDb> dbs, ITemplates templates, ISpeak speak, IPeople people, IRegions regions, IOutbox outbox, TimeProvider clock) : IJob
{
    private const int Portion = 200;
    private const int SilentDays = 3;
    private const int TooLong = 30;

    public string Name => "remind-silent";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<bool> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var awake = regions.Provinces.Where(p => !QuietTimes.IsQuiet(now, p)).Select(p => p.Code).ToList();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (awake.Count == 0 || await templates.For(db, TemplateRole.Reminder, cancel) is not { } template)
        {
            return false;
        }

        var today = Formats.DayInWib(now);
        var (from, until) = (today.AddDays(-TooLong), today.AddDays(-SilentDays));
        var silent = await db.Set<Participant>().AsNoTracking()
            .Where(p => p.RemindedAt == null && p.Stage < Stage.Completed && p.LastActive >= from && p.LastActive <= until && awake.Contains(p.ProvinceCode))
            .OrderBy(p => p.LastActive).Take(Portion).Select(p => new { p.PersonId, p.BusinessName }).ToListAsync(cancel);
        if (silent.Count == 0)
        {
            return false;
        }

        var who = silent.DistinctBy(s => s.PersonId).ToDictionary(s => s.PersonId, s => s.BusinessName);
        var ids = who.Keys.ToList();
        var owners = await people.Load(db, ids, cancel);
        await using var write = await Write.Begin(db, cancel);

        // Somebody with two enrolments is one person and gets one reminder.
        await db.Set<Participant>().Where(p => ids.Contains(p.PersonId) && p.RemindedAt == null).ExecuteUpdateAsync(set => set.SetProperty(p => p.RemindedAt, now), cancel);
        var says = owners.Values.Select(o => (o.Id, template.Say(o.Called, who[o.Id]))).ToList();
        await speak.To(db, Purpose.Notice, says, cancel);
        await db.SaveChangesAsync(cancel);
        await write.Commit(cancel);
        outbox.Wake();
        return silent.Count == Portion;
    }
}
