using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Observability;

/// <summary>Work that waits in one table, told by <c>/health/ready</c>.</summary>
public sealed class Backlog
{
    private readonly Func<PulihDb, CancellationToken, Task<int>> count;

    private Backlog(string name, Func<PulihDb, CancellationToken, Task<int>> count) => (Name, this.count) = (name, count);

    public string Name { get; }

    internal static Backlog Of<T>(string name, Expression<Func<T, bool>> waits)
        where T : class =>
        new(name, (db, cancel) => db.Set<T>().CountAsync(waits, cancel));

    internal Task<int> Count(PulihDb db, CancellationToken cancel) => count(db, cancel);
}

/// <summary>Where a capability names what waits in its tables.</summary>
public static class BacklogSetup
{
    /// <summary>Has the rows counted that match; an index should serve the condition.</summary>
    public static IServiceCollection AddBacklog<T>(this IServiceCollection services, string name, Expression<Func<T, bool>> waits)
        where T : class => services.AddSingleton(Backlog.Of(name, waits));
}
