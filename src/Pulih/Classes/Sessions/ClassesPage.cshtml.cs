using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Classes.Sessions;

/// <summary>The classes that are coming, and those that were, the latest first and page by page.</summary>
[Authorize(Policies.Classes)]
internal sealed class ClassesPage(PulihDb db, IProgrammes programmes, TimeProvider clock) : PageModel
{
    public const string Address = "/desk/classes";
    public const int PageSize = 30;

    /// <summary>Only classes that began before this moment, in ticks; the page before gave it.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public long? Before { get; set; }

    public IReadOnlyList<ClassSession> Coming { get; private set; } = [];
    public IReadOnlyList<ClassSession> Past { get; private set; } = [];
    public long? Next { get; private set; }
    public ProgrammeMap Programmes { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Programmes = await programmes.Map(cancel);
        var all = db.Set<ClassSession>().AsNoTracking();

        // Running ones may have begun hours ago; nothing runs longer than half a day.
        var since = now.AddHours(-12);
        Coming = Before is not null ? [] : await all.Where(c => c.StartsAt > since && c.State != ClassState.Ended && c.State != ClassState.Cancelled && c.EndsAt > since).OrderBy(c => c.StartsAt).ThenBy(c => c.Id).Take(100).ToListAsync(cancel);
        var before = Before is { } ticks ? new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc) : DateTime.MaxValue;
        var past = await all.Where(c => c.StartsAt < before && (c.State == ClassState.Ended || c.State == ClassState.Cancelled || c.StartsAt <= since)).OrderByDescending(c => c.StartsAt).ThenByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(cancel);
        (Past, Next) = past.Count > PageSize ? (past[..PageSize], past[PageSize - 1].StartsAt.Ticks) : (past, (long?)null);
    }

    public string Whose(ClassSession session) =>
        (session.CohortId is { } cohort ? Programmes.Cohort(cohort)?.Name : null) ?? Programmes.ById(session.ProgrammeId)?.Name ?? "";
}
