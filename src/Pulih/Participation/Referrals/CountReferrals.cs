using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Participation.Participants;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Referrals;

/// <summary>Marks the entry links whose people came or went on.</summary>
internal sealed class MarkReferrals : IHandle<Enrolled>, IHandle<CourseBegun>, IHandle<CourseCompleted>
{
    public Task Handle(IReadOnlyList<Enrolled> happened, PulihDb db, CancellationToken cancel) => Mark(db, happened.Select(h => h.EnrolmentId), cancel);

    public Task Handle(IReadOnlyList<CourseBegun> happened, PulihDb db, CancellationToken cancel) => Mark(db, happened.Select(h => h.EnrolmentId), cancel);

    public Task Handle(IReadOnlyList<CourseCompleted> happened, PulihDb db, CancellationToken cancel) => Mark(db, happened.Select(h => h.EnrolmentId), cancel);

    private static async Task Mark(PulihDb db, IEnumerable<Guid> enrolments, CancellationToken cancel)
    {
        var ids = enrolments.Distinct().ToList();
        var codes = await db.Set<Participant>().Where(p => ids.Contains(p.EnrolmentId) && p.ReferralCode != null).Select(p => p.ReferralCode!).Distinct().ToListAsync(cancel);
        foreach (var referral in await db.Set<Referral>().Where(r => codes.Contains(r.Code) && !r.Uncounted).ToListAsync(cancel))
        {
            referral.Uncounted = true;
        }
    }
}

/// <summary>Counts the people of each marked entry link anew, by its index, so that a page only reads.</summary>
internal sealed class CountReferrals(IDbContextFactory<PulihDb> dbs) : IJob, IRecount
{
    private const int Portion = 50;

    public string Name => "count-referrals";

    public TimeSpan Every => TimeSpan.FromSeconds(3);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var codes = await db.Set<Referral>().Where(r => r.Uncounted).OrderBy(r => r.Code).Take(Portion).Select(r => r.Code).ToListAsync(cancel);
        if (codes.Count == 0)
        {
            return false;
        }

        await using var write = await Write.Begin(db, cancel);

        // Unmarked first: what happens from here on marks it again.
        await db.Set<Referral>().Where(r => codes.Contains(r.Code)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Uncounted, false), cancel);
        foreach (var (code, counted) in await Counted(db, codes, cancel))
        {
            await db.Set<Referral>().Where(r => r.Code == code)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Came, counted.Came).SetProperty(r => r.Begun, counted.Begun).SetProperty(r => r.Completed, counted.Completed), cancel);
        }

        await write.Commit(cancel);
        return codes.Count == Portion;
    }

    public async Task<IReadOnlyList<string>> Differences(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var shown = await db.Set<Referral>().AsNoTracking().Where(r => !r.Uncounted).ToListAsync(cancel);
        var counted = await Counted(db, shown.ConvertAll(r => r.Code), cancel);
        return [.. shown.Where(r => counted[r.Code] != (r.Came, r.Begun, r.Completed)).Select(r => FormattableString.Invariant($"entry link {r.Code}: shown {(r.Came, r.Begun, r.Completed)}, counted {counted[r.Code]}"))];
    }

    private static async Task<Dictionary<string, (int Came, int Begun, int Completed)>> Counted(PulihDb db, List<string> codes, CancellationToken cancel)
    {
        var stages = await db.Set<Participant>().Where(p => codes.Contains(p.ReferralCode!)).GroupBy(p => new { p.ReferralCode, p.Stage })
            .Select(g => new { g.Key.ReferralCode, g.Key.Stage, Count = g.Count() }).ToListAsync(cancel);
        return codes.ToDictionary(c => c, c =>
        {
            var own = stages.Where(s => s.ReferralCode == c).ToList();
            return (own.Sum(s => s.Count), own.Where(s => s.Stage > Stage.Registered).Sum(s => s.Count), own.Where(s => s.Stage == Stage.Completed).Sum(s => s.Count));
        });
    }
}
