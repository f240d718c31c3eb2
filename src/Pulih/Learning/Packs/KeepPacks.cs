using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Packs;

/// <summary>Stores the source of every course of the content folder when the product starts.</summary>
internal sealed class KeepPacks(Courses courses, IDbContextFactory<PulihDb> databases, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (course, source) in courses.FromFolder)
        {
            await Keep(course.Code, course.Version, source, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Keep(string code, string version, PackSource source, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await IsKept(db, code, version, cancel))
        {
            return;
        }

        db.Add(new StoredPack { CourseCode = code, CourseVersion = version, Zip = source.ToZip(), FirstOfferedAt = clock.GetUtcNow().UtcDateTime });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Machines of a cluster start together; the first to come has stored it, or this was something worse.
            if (!await IsKept(db, code, version, cancel))
            {
                throw;
            }
        }
    }

    private static Task<bool> IsKept(PulihDb db, string code, string version, CancellationToken cancel) =>
        db.Set<StoredPack>().AnyAsync(pack => pack.CourseCode == code && pack.CourseVersion == version, cancel);
}
