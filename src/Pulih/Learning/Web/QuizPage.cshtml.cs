using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Learning.Quizzes;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Web;

/// <summary>The quiz, one question a page, then its result. An answer to a question that is no longer open changes nothing.</summary>
[AllowAnonymous]
internal sealed class QuizPage(FindByLink find, IEnrolments enrolments, PulihDb db, TimeProvider clock, MissingSentence missing, IStringLocalizer<Texts> texts) : PageModel
{
    public CompiledCourse Course { get; private set; } = null!;

    public CourseProgress Progress { get; private set; } = null!;

    public Place Place => Progress.Place;

    public string Token { get; private set; } = "";

    /// <summary>The question that is open.</summary>
    public AskedQuestion Open => Progress.OpenQuestion(Course);

    /// <summary>What is missing besides the quiz; null when nothing is.</summary>
    public string? Rest => missing.Of(Missing.Of(Course, Progress));

    /// <summary>Whether the quiz may be begun (again) now.</summary>
    public bool MayBegin => (Place.BeforeQuiz(Course) || Place.CanRepeatQuiz(Course)) && Progress.QuizOpensAt(Course) <= Now;

    /// <summary>Whole minutes left of the open attempt; null where there is no limit.</summary>
    public int? MinutesLeft => Course.Quiz.Limit is { } limit && Progress.QuizAt is { } began ? (int)Math.Ceiling((began + limit - Now).TotalMinutes) : null;

    /// <summary>The question answered before this page, what was answered, and whether rightly.</summary>
    public (AskedQuestion Question, string Answer, bool Right)? Before { get; private set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (!await Find(token, cancel))
        {
            return NotFound();
        }

        return Place.InLessons(Course) ? Redirect($"/belajar/{token}/{Place.Lesson + 1}") : await Show(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string token, int attempt, int question, CancellationToken cancel)
    {
        if (!await Find(token, cancel))
        {
            return NotFound();
        }

        if (Place.InQuiz(Course) && (attempt, question) == (Place.Attempt, Place.Question))
        {
            if (FormAnswer.Of(Request.Form, Open) is not { } given)
            {
                ModelState.AddModelError("option", texts["WebChoose" + Open.Question.Kind]);
                return await Show(cancel);
            }

            Progress.Answer(Course, await enrolments.Find(db, Progress.EnrolmentId, cancel), given, db, clock);
            await db.Save(Progress, cancel);
        }

        return Redirect($"/belajar/{token}/kuis");
    }

    /// <summary>Begins the quiz, or begins it again.</summary>
    public async Task<IActionResult> OnPostRepeatAsync(string token, int attempt, CancellationToken cancel)
    {
        if (!await Find(token, cancel))
        {
            return NotFound();
        }

        if (MayBegin && attempt == Place.Attempt)
        {
            Progress.BeginQuiz(Course, db, clock);
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
        if (Progress.TimeIsUp(Course, Now))
        {
            Progress.EndAttempt(Course, await enrolments.Find(db, Progress.EnrolmentId, cancel), db, clock);
            await db.Save(Progress, cancel);
        }

        return true;
    }

    private async Task<PageResult> Show(CancellationToken cancel)
    {
        var (attempt, number) = (Progress.AttemptId, Place.Question - 1);
        var given = await db.Set<AnswerGiven>().AsNoTracking().SingleOrDefaultAsync(a => a.AttemptId == attempt && a.Question == number, cancel);
        Before = given is null ? null : (Paper.Question(Course, Progress.EnrolmentId, Place.Attempt, number), given.Answer, given.Right);
        return Page();
    }
}
