using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Conversation;
using Pulih.Learning.Progress;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>The quiz, one question a page, then its result. An answer to a question that is no longer open changes nothing.</summary>
[AllowAnonymous]
internal sealed class QuizPage(FindStudy find, PulihDb db, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public Study Study { get; private set; } = null!;

    public CompiledCourse Course => Study.Course;

    public Place Place => Study.Place;

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
            Study.Progress!.Answer(Course, Study.Enrolment, option.Value, db, clock);
            await db.Save(Study, cancel);
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
            Study.Progress!.RepeatQuiz(Course, db, clock);
            await db.Save(Study, cancel);
        }

        return Redirect($"/belajar/{token}/kuis");
    }

    private async Task<bool> Find(string token, CancellationToken cancel)
    {
        if (await find.By(token, cancel) is not { } study)
        {
            return false;
        }

        (Study, Token) = (study, token);
        return true;
    }

    private async Task<PageResult> Show(CancellationToken cancel)
    {
        var (attempt, number) = (Study.Progress?.AttemptId, Place.Question - 1);
        var answer = await db.Set<AnswerGiven>().AsNoTracking().SingleOrDefaultAsync(a => a.AttemptId == attempt && a.Question == number, cancel);
        Before = answer is null ? null : (Course.Quiz.Questions[number], answer.Right);
        return Page();
    }
}
