using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Sessions;

internal static class FindClass
{
    /// <summary>The class of this id to be changed, or null.</summary>
    public static Task<ClassSession?> Class(this PulihDb db, Guid id, CancellationToken cancel) => db.Set<ClassSession>().SingleOrDefaultAsync(c => c.Id == id, cancel);

    /// <summary>The class of this id to be shown, or null.</summary>
    public static Task<ClassSession?> ShownClass(this PulihDb db, Guid id, CancellationToken cancel) => db.Set<ClassSession>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);
}
