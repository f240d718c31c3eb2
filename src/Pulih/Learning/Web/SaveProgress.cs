using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Progress;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

internal static class SaveProgress
{
    /// <summary>Saves what a page did to a learner's progress. When chat was faster nothing is kept, and the page that follows shows what is open now.</summary>
    public static async Task Save(this PulihDb db, CourseProgress progress, CancellationToken cancel)
    {
        var read = db.Entry(progress).Property(p => p.Version).OriginalValue;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            var stored = await db.Set<CourseProgress>().AsNoTracking().Where(p => p.Id == progress.Id).Select(p => p.Version).SingleAsync(cancel);
            if (stored == read)
            {
                throw;
            }
        }
    }
}
