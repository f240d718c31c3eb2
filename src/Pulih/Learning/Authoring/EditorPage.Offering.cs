using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>What becomes of a draft: put on offer, thrown away, taken out; and going back to what was on offer before.</summary>
internal sealed partial class EditorPage
{
    /// <summary>Puts the draft on offer, or shows everything that keeps it from being.</summary>
    public async Task<IActionResult> OnPostPublishAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel) || draft is null)
        {
            return NotFound();
        }

        Problems = await publish.From(Files, User.Identity!.Name!, cancel);
        if (Problems.Count > 0)
        {
            ModelState.AddModelError("", text["AuthorProblems", Problems.Count]);
            Fill();
            return await Show(cancel);
        }

        db.Remove(draft);
        return await Offered(cancel);
    }

    /// <summary>Goes back to a version that was on offer before.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(string code, string version, CancellationToken cancel)
    {
        if (!await Load(code, cancel) || !await db.Set<StoredPack>().AnyAsync(p => p.CourseCode == code && p.CourseVersion == version, cancel))
        {
            return NotFound();
        }

        publish.Offer(code, version, User.Identity!.Name!);
        return await Offered(cancel);
    }

    public async Task<IActionResult> OnPostDiscardAsync(string code, CancellationToken cancel)
    {
        if (!await Load(code, cancel) || draft is null)
        {
            return NotFound();
        }

        db.Remove(draft);
        await db.SaveChangesAsync(cancel);
        return Redirect(courses.Find(code) is null ? CoursesPage.Address : Home);
    }

    /// <summary>The pack as a zip, which can be brought again here or unpacked into a content folder.</summary>
    public async Task<IActionResult> OnGetZipAsync(string code, CancellationToken cancel) =>
        await Load(code, cancel) ? File(Files.Source().ToZip(), "application/zip", $"{code}.zip") : NotFound();

    private async Task<IActionResult> Offered(CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        await FollowOffers.TakeUp(courses, db, cancel);
        return Redirect($"{Home}?terbit");
    }
}
