using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Learning.Contracts;
using Pulih.Learning.Conversation;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>One lesson with all its steps; going on marks them seen, exactly as tapping through them in chat does.</summary>
[AllowAnonymous]
internal sealed class LessonPage(FindStudy find, PulihDb db, TimeProvider clock) : PageModel
{
    public Study Study { get; private set; } = null!;

    public CompiledCourse Course => Study.Course;

    public Lesson Lesson { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, int lesson, CancellationToken cancel)
    {
        if (!await Find(token, lesson, cancel))
        {
            return NotFound();
        }

        return lesson > Study.Place.Lesson + 1 ? Redirect($"/belajar/{token}") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, int lesson, CancellationToken cancel)
    {
        if (!await Find(token, lesson, cancel) || Study.Progress is null)
        {
            return NotFound();
        }

        while (Study.Place.Lesson == lesson - 1)
        {
            Study.Progress.SeeStep(Course, db, clock);
        }

        await db.Save(Study, cancel);
        return Redirect(lesson < Course.Lessons.Count ? $"/belajar/{token}/{lesson + 1}" : $"/belajar/{token}/kuis");
    }

    private async Task<bool> Find(string token, int lesson, CancellationToken cancel)
    {
        if (await find.By(token, cancel) is not { } study || lesson < 1 || lesson > study.Course.Lessons.Count)
        {
            return false;
        }

        (Study, Token, Lesson) = (study, token, study.Course.Lessons[lesson - 1]);
        return true;
    }
}
