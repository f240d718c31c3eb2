using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Learning.Tasks;

/// <summary>The tasks that wait for a trainer, the longest waiting first and page by page.</summary>
[Authorize(Policies.Classes)]
internal sealed class TasksPage(PulihDb db, Courses courses, IPeople people, IReadLog readings) : PageModel
{
    public const string Address = "/desk/tasks";
    private const int PageSize = 30;

    /// <summary>Only what was handed in after this one.</summary>
    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    public IReadOnlyList<(HandIn HandIn, PersonInfo? Person, CompiledCourse? Course)> Rows { get; private set; } = [];
    public Guid? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var waiting = db.Set<HandIn>().AsNoTracking().Where(h => h.State == HandInState.Waiting);
        var rows = await (After is { } after ? waiting.Where(h => h.Id > after) : waiting).OrderBy(h => h.Id).Take(PageSize + 1).ToListAsync(cancel);
        (rows, Next) = rows.Count > PageSize ? (rows[..PageSize], rows[PageSize - 1].Id) : (rows, (Guid?)null);
        await courses.Fetch(db, rows.Select(h => (h.CourseCode, h.CourseVersion)), cancel);
        var owners = await people.Load(db, [.. rows.Select(h => h.PersonId).Distinct()], cancel);
        Rows = [.. rows.Select(h => (h, owners.GetValueOrDefault(h.PersonId), courses.Find(h.CourseCode, h.CourseVersion)))];
        if (Rows.Count > 0)
        {
            readings.Read(db, User, owners.Keys, Address);
            await db.SaveChangesAsync(cancel);
        }
    }
}
