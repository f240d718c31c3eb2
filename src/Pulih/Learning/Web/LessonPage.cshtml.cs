using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>One lesson with all its steps; going on marks them seen, exactly as tapping through them in chat does.</summary>
[AllowAnonymous]
internal sealed class LessonPage(FindByLink find, PulihDb db, TimeProvider clock) : PageModel
{
    public CompiledCourse Course { get; private set; } = null!;

    public CourseProgress Progress { get; private set; } = null!;

    public Lesson Lesson { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, int lesson, CancellationToken cancel)
    {
        if (!await Find(token, lesson, cancel))
        {
            return NotFound();
        }

        return lesson > Progress.Lesson + 1 ? Redirect($"/belajar/{token}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, int lesson, CancellationToken cancel)
    {
        if (!await Find(token, lesson, cancel))
        {
            return NotFound();
        }

        while (Progress.Lesson == lesson - 1)
        {
            Progress.SeeStep(Course, db, clock);
        }

        await db.Save(Progress, cancel);
        return Redirect(lesson < Course.Lessons.Count ? $"/belajar/{token}/{lesson + 1}" : $"/belajar/{token}/kuis");
    }

    private async Task<bool> Find(string token, int lesson, CancellationToken cancel)
    {
        if (await find.By(token, db, cancel) is not var (course, progress) || lesson < 1 || lesson > course.Lessons.Count)
        {
            return false;
        }

        (Course, Progress, Token, Lesson) = (course, progress, token, course.Lessons[lesson - 1]);
        return true;
    }
}
