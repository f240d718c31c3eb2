using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>The quiz, one question a page, then its result. An answer to a question that is no longer open changes nothing.</summary>
[AllowAnonymous]
internal sealed class QuizPage(FindByLink find, IEnrolments enrolments, PulihDb db, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public CompiledCourse Course { get; private set; } = null!;

    public CourseProgress Progress { get; private set; } = null!;

    public Place Place => Progress.Place;

    public string Token { get; private set; } = "";

    /// <summary>The question answered before this page, and whether rightly.</summary>
    public (Question Question, bool Right)? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (!await Find(token, cancel))
        {
            return NotFound();
        }

        return Place.InLessons(Course) ? Redirect($"/belajar/{token}/{Place.Lesson + 1}") : await Show(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string token, int attempt, int question, int? option, CancellationToken cancel)
    {
        if (!await Find(token, cancel))
        {
            return NotFound();
        }

        var open = Place.InQuiz(Course) && (attempt, question) == (Place.Attempt, Place.Question);
        if (open && option is not { } chosen)
        {
            ModelState.AddModelError(nameof(option), texts["WebChooseFirst"]);
            return await Show(cancel);
        }

        if (open && option >= 0 && option < Place.OpenQuestion(Course).Options.Count)
        {
            Progress.Answer(Course, await enrolments.Find(db, Progress.EnrolmentId, cancel), option.Value, db, clock);
            await db.Save(Progress, cancel);
        }

        return Redirect($"/belajar/{token}/kuis");
    }

    public async Task<IActionResult> OnPostRepeatAsync(string token, int attempt, CancellationToken cancel)
    {
        if (!await Find(token, cancel))
        {
            return NotFound();
        }

        if (Place.CanRepeatQuiz(Course) && attempt == Place.Attempt)
        {
            Progress.RepeatQuiz(Course, db, clock);
            await db.Save(Progress, cancel);
        }

        return Redirect($"/belajar/{token}/kuis");
    }

    private async Task<bool> Find(string token, CancellationToken cancel)
    {
        if (await find.By(token, db, cancel) is not var (course, progress))
        {
            return false;
        }

        (Course, Progress, Token) = (course, progress, token);
        return true;
    }

    private async Task<PageResult> Show(CancellationToken cancel)
    {
        var (attempt, number) = (Progress.AttemptId, Place.Question - 1);
        var answer = await db.Set<AnswerGiven>().AsNoTracking().SingleOrDefaultAsync(a => a.AttemptId == attempt && a.Question == number, cancel);
        Before = answer is null ? null : (Course.Quiz.Questions[number], answer.Right);
        return Page();
    }
}
