using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>A learner's course on the web: where they stand and what is left. Whoever holds the link may look.</summary>
[AllowAnonymous]
internal sealed class CourseHome(FindByLink find, PulihDb db) : PageModel
{
    public CompiledCourse Course { get; private set; } = null!;

    public CourseProgress Progress { get; private set; } = null!;

    public bool Finished => Progress.CompletedAt is not null;

    public string Token { get; private set; } = "";

    /// <summary>The page on which the learner goes on.</summary>
    public string Onward => Progress.Place.InLessons(Course) ? $"/belajar/{Token}/{Progress.Place.Lesson + 1}" : Progress.TakesWork(Course) ? $"/belajar/{Token}/tugas" : $"/belajar/{Token}/kuis";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await find.By(token, db, cancel) is not var (course, progress))
        {
            return NotFound();
        }

        (Course, Progress, Token) = (course, progress, token);
        return Page();
    }
}
