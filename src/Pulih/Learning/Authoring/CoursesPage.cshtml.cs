using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Learning.Authoring;

/// <summary>The courses on offer and those in the making; where one is begun or brought as a zip.</summary>
[Authorize(Policies.Courses)]
internal sealed class CoursesPage(PulihDb db, ICourses courses, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    public const string Address = "/desk/courses";

    public IReadOnlyList<(string Code, string Title, CompiledCourse? OnOffer, DraftRow? Draft)> Rows { get; private set; } = [];

    /// <summary>What is wrong with the zip that was brought.</summary>
    public IReadOnlyList<PackProblem> Problems { get; private set; } = [];

    [BindProperty]
    public string? NewTitle { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        // Without their files, which nobody looks at here.
        var drafts = await db.Set<Draft>().Select(d => new DraftRow(d.CourseCode, d.Title, d.ChangedAt, d.ChangedBy)).ToDictionaryAsync(d => d.Code, cancel);
        Rows =
        [
            .. drafts.Values.Where(d => courses.Find(d.Code) is null).Select(d => (d.Code, d.Title, (CompiledCourse?)null, (DraftRow?)d)),
            .. courses.All.Select(c => (c.Code, c.Title, (CompiledCourse?)c, drafts.GetValueOrDefault(c.Code))),
        ];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(NewTitle) || NewTitle.Trim().Length > PackLimits.Title)
        {
            ModelState.AddModelError(nameof(NewTitle), text["AuthorTitle", PackLimits.Title]);
            return await Again(cancel);
        }

        var code = PackFiles.Slug(NewTitle, "pelatihan");
        if (courses.Find(code) is not null || await db.Set<Draft>().AnyAsync(d => d.CourseCode == code, cancel))
        {
            ModelState.AddModelError(nameof(NewTitle), text["AuthorTitleTaken"]);
            return await Again(cancel);
        }

        var files = new PackFiles(code, []);
        new CourseFields { Title = NewTitle.Trim(), Summary = "", Authors = User.Identity!.Name, Licence = "CC BY 4.0", Needed = 5 }.Write(files);
        files.AddLesson(text["AuthorFirstLesson"]);
        QuestionFields.Write(files, [new()]);
        db.Add(new Draft { CourseCode = code }).Entity.Hold(files, User.Identity!.Name!, clock);
        await db.SaveChangesAsync(cancel);
        return Redirect($"{Address}/{code}");
    }

    /// <summary>Takes a pack as the draft of its course. One with a fault changes nothing.</summary>
    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length is 0 or > ReadZip.MostBytes || ReadZip.Of(await file.Bytes(cancel)) is not { } files)
        {
            ModelState.AddModelError("file", text["AuthorZip", ReadZip.MostBytes >> 20]);
            return await Again(cancel);
        }

        Problems = CompileCourse.From(files.Source()).Problems;
        if (Problems.Count > 0)
        {
            ModelState.AddModelError("file", text["AuthorZipProblems", Problems.Count]);
            return await Again(cancel);
        }

        var draft = await db.Set<Draft>().SingleOrDefaultAsync(d => d.CourseCode == files.Code, cancel) ?? db.Add(new Draft { CourseCode = files.Code }).Entity;
        draft.Hold(files, User.Identity!.Name!, clock);
        await db.SaveChangesAsync(cancel);
        return Redirect($"{Address}/{files.Code}");
    }

    private async Task<IActionResult> Again(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return Page();
    }
}

/// <summary>A draft in the list of courses.</summary>
internal sealed record DraftRow(string Code, string Title, DateTime ChangedAt, string ChangedBy);
