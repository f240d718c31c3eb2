using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Snapshot;

namespace Pulih.Programmes.Targets;

internal sealed class RaiseTarget(PulihDb db, ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Sets the programme's next target with the reason for it, usually a higher one; every target before stays as it was.</summary>
    public async Task<Target> To(Guid programme, long count, string reason, string by, CancellationToken cancel)
    {
        var target = Latest(db.Own<Target>().Where(t => t.ProgrammeId == programme))
            ?? await db.Set<Target>().Where(t => t.ProgrammeId == programme).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancel);
        var next = target is null
            ? Target.First(programme, count, reason, by, clock)
            : target.Next(count, reason, by, clock);
        db.Add(next);
        db.Attest("programmes.target-set", programme, new { Target = next.Id, next.Number, next.From, next.Count }, clock);
        snapshot.ForgetWhenSaved(db);
        return next;
    }

    private static Target? Latest(IEnumerable<Target> targets) => targets.MaxBy(t => t.Number);
}
