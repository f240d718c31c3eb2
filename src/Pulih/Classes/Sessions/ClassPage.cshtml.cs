using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Platform.Accounts;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Classes.Sessions;

/// <summary>Which of a class's people are shown.</summary>
internal enum ClassView
{
    All, Present, Missing, Waiting, Disagrees, Unannounced,
}

/// <summary>One class on the trainer's phone: start it, show the code, see who came, mark them, end it.</summary>
[Authorize(Policies.Classes)]
internal sealed class ClassPage(PulihDb db, IProgrammes programmes, IPeople people, IReadLog readings, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    public const int PageSize = 50;

    public ClassSession Session { get; private set; } = null!;
    public IReadOnlyList<Attendee> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, PersonInfo> Owners { get; private set; } = new Dictionary<Guid, PersonInfo>();

    /// <summary>What each source says of those on the page.</summary>
    public ILookup<Guid, Sighting> Sightings { get; private set; } = Array.Empty<Sighting>().ToLookup(s => s.PersonId);

    public Guid? Next { get; private set; }
    public string Whose { get; private set; } = "";

    /// <summary>Rows of a provider's report nobody could be found for; at most one more than is said exactly.</summary>
    public int Unmatched { get; private set; }

    [BindProperty(SupportsGet = true, Name = "lihat")]
    public ClassView View { get; set; }

    [BindProperty(SupportsGet = true, Name = "setelah")]
    public Guid? After { get; set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Show(id, cancel);

    public Task<IActionResult> OnPostStartAsync(Guid id, CancellationToken cancel) => Do(id, "classes.started", s => s.Start(clock), s => s.State is ClassState.Scheduled or ClassState.Ended, cancel);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel) => Do(id, "classes.ended", s => s.End(clock), s => s.State == ClassState.Running, cancel);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancel) => Do(id, "classes.cancelled", s => s.Cancel(clock), s => s.State == ClassState.Scheduled, cancel);

    public Task<IActionResult> OnPostMissedAsync(Guid id, CancellationToken cancel) => Do(id, "classes.absent-told", s => s.Tell(ClassNews.Missed), s => s is { State: ClassState.Ended, News: ClassNews.None }, cancel);

    public async Task<IActionResult> OnPostRecordingAsync(Guid id, string? address, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(address) && !ClassInput.IsHttps(address))
        {
            ModelState.AddModelError("address", text["form.room"]);
            return await Show(id, cancel);
        }

        return await db.Repeat<IActionResult>(async () =>
        {
            if (await db.Class(id, cancel) is not { } session)
            {
                return NotFound();
            }

            session.Recording = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
            session.Touch(clock);
            return Back(id);
        }, cancel);
    }

    /// <summary>A human says that somebody was there or was not, or leaves it to the rule again.</summary>
    public Task<IActionResult> OnPostMarkAsync(Guid id, Guid attendee, bool? present, CancellationToken cancel) => db.Repeat<IActionResult>(async () =>
    {
        if (await db.Set<Attendee>().SingleOrDefaultAsync(a => a.Id == attendee && a.ClassId == id, cancel) is not { } row)
        {
            return NotFound();
        }

        row.Decide(present);
        db.Attest("classes.decided", row.PersonId, new { session = id, present, by = User.AccountId() }, clock);
        db.CountLater(id, [row.PersonId], clock);
        return Back(id);
    }, cancel);

    // While the class runs its counters change by themselves all the time.
    private Task<IActionResult> Do(Guid id, string what, Action<ClassSession> change, Func<ClassSession, bool> fits, CancellationToken cancel) => db.Repeat<IActionResult>(async () =>
    {
        if (await db.Class(id, cancel) is not { } session)
        {
            return NotFound();
        }

        // Tapped twice, or by two people: it is done already, and the page shows it.
        if (fits(session))
        {
            change(session);
            db.Attest(what, id, new { session.OpenedAt, session.EndedAt, by = User.AccountId() }, clock);
            db.Raise(new SeatsMoved(id), clock);
            db.CountLater(id, [], clock);
        }

        return Back(id);
    }, cancel);

    private async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        if (await db.ShownClass(id, cancel) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        var map = await programmes.Map(cancel);
        Whose = (session.CohortId is { } cohort ? map.Cohort(cohort)?.Name : null) ?? map.ById(session.ProgrammeId)?.Name ?? "";
        var rows = await Seen(id).OrderBy(a => a.Id).Take(PageSize + 1).ToListAsync(cancel);
        (Rows, Next) = rows.Count > PageSize ? (rows[..PageSize], rows[PageSize - 1].Id) : (rows, (Guid?)null);
        var ids = Rows.Select(r => r.PersonId).ToArray();
        Owners = await people.Load(db, ids, cancel);
        Sightings = (await db.Set<Sighting>().AsNoTracking().Where(s => s.ClassId == id && ids.Contains(s.PersonId)).ToListAsync(cancel)).ToLookup(s => s.PersonId);
        Unmatched = await db.Set<ReportRow>().Where(r => r.ClassId == id).Waiting().OrderBy(r => r.Id).Take(Some.Most + 1).CountAsync(cancel);
        readings.Read(db, User, ids, $"{ClassesPage.Address}/{id}");
        await db.SaveChangesAsync(cancel);
        return Page();
    }

    private IQueryable<Attendee> Seen(Guid id)
    {
        var rows = db.Set<Attendee>().AsNoTracking().Where(a => a.ClassId == id && a.Id > (After ?? Guid.Empty));
        return View switch
        {
            ClassView.Present => rows.Where(a => a.Present),
            ClassView.Missing => rows.Where(a => a.Seat == Seat.Held && !a.Seen),
            ClassView.Waiting => rows.Where(a => a.Seat == Seat.Waiting || a.Seat == Seat.Offered),
            ClassView.Disagrees => rows.Where(a => a.Disagrees),
            ClassView.Unannounced => rows.Where(a => a.Seen && a.Seat != Seat.Held),
            _ => rows,
        };
    }

    private RedirectResult Back(Guid id) => Redirect($"{ClassesPage.Address}/{id}?lihat={View}{(After is { } key ? $"&setelah={key}" : "")}");
}
