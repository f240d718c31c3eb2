using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Platform.Accounts;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Privacy.Contracts;

namespace Pulih.Classes.Attendance;

/// <summary>Brings a provider's report of a class, and says who the rows are that nobody could be found for.</summary>
[Authorize(Policies.Classes)]
internal sealed class ReportPage(PulihDb db, TakeReport take, IReadLog readings, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    private const long MostBytes = 8 << 20;
    private const int MostPaper = 100_000;
    private const int PageSize = 20;

    public ClassSession Session { get; private set; } = null!;

    /// <summary>Rows nobody was found for, the first ones, and who each may be.</summary>
    public IReadOnlyList<(ReportRow Row, IReadOnlyList<Suggestion> May)> Unmatched { get; private set; } = [];

    public ReportTaken? Taken { get; private set; }

    public IEnumerable<SelectListItem> Zones => ClassInput.Zones.Select(z => new SelectListItem(text["zone." + z], z, z == Session.Zone));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Show(id, cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, IFormFile? file, string? zone, CancellationToken cancel)
    {
        if (await db.ShownClass(id, cancel) is not { } found)
        {
            return NotFound();
        }

        try
        {
            var report = ReadReport.Of(await Bytes(file, cancel), found.Held, TimeZoneInfo.FindSystemTimeZoneById(ClassInput.Zones.FirstOrDefault(z => z == zone) ?? found.Zone));
            Taken = await Keep(id, "classes.reported", session => take.Into(session, report, cancel), cancel);
        }
        catch (ReportRefused refused)
        {
            ModelState.AddModelError("file", text[refused.Message]);
        }

        return await Show(id, cancel);
    }

    public async Task<IActionResult> OnPostPaperAsync(Guid id, string? list, CancellationToken cancel)
    {
        if (!await db.Set<ClassSession>().AnyAsync(c => c.Id == id, cancel))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(list) || list.Length > MostPaper)
        {
            ModelState.AddModelError("list", text["paper.refused", MostPaper]);
            return await Show(id, cancel);
        }

        Taken = await Keep(id, "classes.paper-list", session => take.FromPaper(session, list, cancel), cancel);
        return await Show(id, cancel);
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid id, Guid row, Guid? person, CancellationToken cancel)
    {
        if (await db.Set<ReportRow>().SingleOrDefaultAsync(r => r.Id == row && r.ClassId == id, cancel) is not { } found)
        {
            return NotFound();
        }

        // Decided by somebody else meanwhile: theirs stays, and the page shows what is left.
        if (found.Matched is null && !found.Dismissed)
        {
            found.Version++;
            found.Reason = RowMatch.Human;
            if (person is { } whom && await db.Set<Attendee>().AnyAsync(a => a.ClassId == id && a.PersonId == whom, cancel))
            {
                take.Give(found, whom);
                db.CountLater(id, [whom], clock);
            }
            else if (person is null)
            {
                found.Dismissed = true;
            }

            db.Attest("classes.row-decided", id, new { row, person, by = User.AccountId() }, clock);
            await db.SaveChangesAsync(cancel);
        }

        return Redirect($"{ClassesPage.Address}/{id}/report");
    }

    private Task<ReportTaken> Keep(Guid id, string what, Func<ClassSession, Task<ReportTaken>> takes, CancellationToken cancel) => db.Repeat(async () =>
    {
        var taken = await takes((await db.Class(id, cancel))!);
        db.Attest(what, id, new { rows = taken.New, matched = taken.Matched, by = User.AccountId() }, clock);
        return taken;
    }, cancel);

    private async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        if (await db.ShownClass(id, cancel) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        var rows = await db.Set<ReportRow>().AsNoTracking().Where(r => r.ClassId == id).Waiting().OrderBy(r => r.Id).Take(PageSize).ToListAsync(cancel);
        if (rows.Count > 0)
        {
            var match = await take.Matcher(id, cancel);
            Unmatched = [.. rows.Select(r => (r, match.Suggest(r.Name)))];
            readings.Read(db, User, Unmatched.SelectMany(u => u.May).Select(s => s.Person.Id).Distinct(), $"{ClassesPage.Address}/{id}/report");
            await db.SaveChangesAsync(cancel);
        }

        return Page();
    }

    private static async Task<byte[]> Bytes(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0)
        {
            throw new ReportRefused("report.refused.none");
        }

        if (file.Length > MostBytes)
        {
            throw new ReportRefused("report.refused.size");
        }

        return await file.Bytes(cancel);
    }
}
