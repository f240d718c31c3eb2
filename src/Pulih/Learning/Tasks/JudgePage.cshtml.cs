using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Tasks;

/// <summary>One hand-in: what was sent, the rubric to tick, and the trainer's own words. Afterwards the next one follows.</summary>
[Authorize(Policies.Classes)]
internal sealed class JudgePage(PulihDb db, JudgeHandIn judge, IPeople people, IReadLog readings, IOutbox outbox, IStringLocalizer<Texts> text) : PageModel
{
    public HandIn HandIn { get; private set; } = null!;
    public CompiledCourse Course { get; private set; } = null!;
    public PersonInfo? Person { get; private set; }
    public IReadOnlyList<(Guid Id, string? Link, PieceState State)> Pieces { get; private set; } = [];

    /// <summary>What was said of earlier ones, the latest first.</summary>
    public IReadOnlyList<HandIn> Earlier { get; private set; } = [];

    [BindProperty]
    public List<int> Ticks { get; set; } = [];

    [BindProperty]
    public string? Words { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await Show(id, cancel);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (Words?.Length > HandInMapping.MostWords)
        {
            ModelState.AddModelError(nameof(Words), text["JudgeWordsLong", HandInMapping.MostWords]);
            return await Show(id, cancel);
        }

        var judged = await db.Repeat(
            async () => await judge.Find(db, id, cancel) is var (handIn, course) ? await judge.Judge(db, handIn, course, Ticks, Words?.Trim() ?? "", User.Identity!.Name!, cancel) : (bool?)null, cancel);
        if (judged is null)
        {
            return NotFound();
        }

        outbox.Wake();
        if (judged is false)
        {
            ModelState.AddModelError("", text["JudgeMeanwhile"]);
            return await Show(id, cancel);
        }

        var next = await db.Set<HandIn>().AsNoTracking().Where(h => h.State == HandInState.Waiting).OrderBy(h => h.Id).Select(h => (Guid?)h.Id).FirstOrDefaultAsync(cancel);
        return Redirect(next is { } waiting ? $"{TasksPage.Address}/{waiting}?selesai" : $"{TasksPage.Address}?selesai");
    }

    /// <summary>A photo. It was drawn anew when it came, so it is a picture and nothing else.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(Guid id, Guid piece, CancellationToken cancel)
    {
        var photo = await db.Set<Piece>().AsNoTracking().Where(p => p.Id == piece && p.HandInId == id).Select(p => p.Photo).SingleOrDefaultAsync(cancel);
        Response.Headers.CacheControl = "private, max-age=3600";
        return photo is null ? NotFound() : File(photo, "image/jpeg");
    }

    private async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        if (await judge.Find(db, id, cancel) is not var (handIn, course))
        {
            return NotFound();
        }

        (HandIn, Course) = (handIn, course);
        Ticks = HandIn.State == HandInState.Waiting ? Ticks : [.. HandIn.Ticked];
        Person = (await people.Load(db, [HandIn.PersonId], cancel)).GetValueOrDefault(HandIn.PersonId);
        Pieces = [.. (await db.Set<Piece>().AsNoTracking().Where(p => p.HandInId == id).OrderBy(p => p.Id).Select(p => new { p.Id, p.Link, p.State }).ToListAsync(cancel)).Select(p => (p.Id, p.Link, p.State))];
        Earlier = await db.Set<HandIn>().AsNoTracking().Where(h => h.ProgressId == HandIn.ProgressId && h.Id < id).OrderByDescending(h => h.Id).Take(5).ToListAsync(cancel);
        readings.Read(db, User, [HandIn.PersonId], $"{TasksPage.Address}/{id}");
        await db.SaveChangesAsync(cancel);
        return Page();
    }
}
