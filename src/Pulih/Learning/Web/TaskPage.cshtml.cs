using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Learning.Tasks;
using Pulih.Platform.Media;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Learning.Web;

/// <summary>The practical task on the web: what is to be done, a photo or a link, and what the trainer said.</summary>
[AllowAnonymous]
internal sealed class TaskPage(FindByLink find, PulihDb db, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const long MostBytes = 20 << 20;

    public CompiledCourse Course { get; private set; } = null!;
    public CourseProgress Progress { get; private set; } = null!;
    public string Token { get; private set; } = "";
    public PracticalTask Task => Course.Task!;

    /// <summary>The hand-in that waits or was judged last.</summary>
    public HandIn? Last { get; private set; }

    [BindProperty]
    public string? Link { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) =>
        await Find(token, cancel) ? await Show(cancel) : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, IFormFile? photo, CancellationToken cancel)
    {
        if (!await Find(token, cancel))
        {
            return NotFound();
        }

        if (Progress.TakesWork(Course))
        {
            if (await Piece(photo, cancel) is not { } piece)
            {
                return await Show(cancel);
            }

            Progress.HandIn(Course, piece, db, clock);
            await db.Save(Progress, cancel);
        }

        return Redirect($"/belajar/{token}/tugas");
    }

    private async Task<Piece?> Piece(IFormFile? photo, CancellationToken cancel)
    {
        if (photo is { Length: > 0 })
        {
            var jpeg = photo.Length <= MostBytes ? ShrinkPhoto.Of(await photo.Bytes(cancel)) : null;
            if (jpeg is not null)
            {
                return Tasks.Piece.OfPhoto(jpeg, clock);
            }

            ModelState.AddModelError("photo", texts["WebTaskPhotoBroken", MostBytes >> 20]);
            return null;
        }

        if (WorkLink.In(Link ?? "") is { } link)
        {
            return Tasks.Piece.OfLink(link, clock);
        }

        ModelState.AddModelError(string.IsNullOrWhiteSpace(Link) ? "photo" : nameof(Link), texts[string.IsNullOrWhiteSpace(Link) ? "WebTaskChoose" : "WebTaskLinkBroken"]);
        return null;
    }

    private async Task<bool> Find(string token, CancellationToken cancel)
    {
        if (await find.By(token, db, cancel) is not var (course, progress) || course.Task is null)
        {
            return false;
        }

        (Course, Progress, Token) = (course, progress, token);
        return true;
    }

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        Last = Progress.HandInId is { } id ? await db.Set<HandIn>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancel) : null;
        return Page();
    }
}
