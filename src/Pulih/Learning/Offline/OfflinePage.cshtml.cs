using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Learning.Quizzes;
using Pulih.Learning.Web;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Offline;

/// <summary>
/// The rest of a course on one page: what is read and answered here without a signal is sent in one form when there is
/// one. Sent twice, or after the chat went on, it adds only what is still open, so nothing is counted double.
/// </summary>
/// <remarks>No antiforgery token: it would be too old by the time there is a signal. Nobody can send this form without the link's 128 secret bits in its address.</remarks>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class OfflinePage(FindByLink find, IEnrolments enrolments, PulihDb db, PageWeight weight, TimeProvider clock) : PageModel
{
    public CompiledCourse Course { get; private set; } = null!;

    public CourseProgress Progress { get; private set; } = null!;

    public string Token { get; private set; } = "";

    /// <summary>The attempt the questions belong to.</summary>
    public int Attempt => Math.Max(1, Progress.Attempt);

    /// <summary>The questions still to be answered; none of a quiz with a time limit, which runs only while there is a signal.</summary>
    public IReadOnlyList<AskedQuestion> Questions { get; private set; } = [];

    /// <summary>What is kept on the phone, about, when every lesson is.</summary>
    public int Kilobytes => weight.Kilobytes(Course);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await find.By(token, db, cancel) is not var (course, progress))
        {
            return NotFound();
        }

        (Course, Progress, Token) = (course, progress, token);
        var open = progress.Place.InLessons(course) || progress.Place.InQuiz(course);
        Questions = open && course.Quiz.Limit is null ? [.. Paper.Of(course, progress.EnrolmentId, Attempt).Skip(progress.Question)] : [];
        return Page();
    }

    /// <param name="token">The learner's link.</param>
    /// <param name="attempt">The attempt the answers are for.</param>
    /// <param name="read">The numbers of the lessons that were read, from 1.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IActionResult> OnPostAsync(string token, int attempt, int[] read, CancellationToken cancel)
    {
        var done = await db.Repeat(
            async () =>
            {
                var found = await find.By(token, db, cancel);
                if (found is var (own, open))
                {
                    await Take(own, open, attempt, read, cancel);
                }

                return found;
            },
            cancel);
        if (done is not var (course, progress))
        {
            return NotFound();
        }

        return Redirect(progress.Place.InLessons(course) || progress.Place.InQuiz(course) ? $"/belajar/{token}/bekal?terkirim" : $"/belajar/{token}/kuis");
    }

    private async Task Take(CompiledCourse course, CourseProgress progress, int attempt, int[] read, CancellationToken cancel)
    {
        while (progress.Place.InLessons(course) && read.Contains(progress.Lesson + 1))
        {
            progress.SeeStep(course, db, clock);
        }

        if (attempt != progress.Attempt || course.Quiz.Limit is not null || !progress.Place.InQuiz(course))
        {
            return;
        }

        var enrolment = await enrolments.Find(db, progress.EnrolmentId, cancel);
        while (progress.Place.InQuiz(course) && progress.OpenQuestion(course) is var asked && FormAnswer.Of(Request.Form, asked, Suffix(asked)) is { } answer)
        {
            progress.Answer(course, enrolment, answer, db, clock);
        }
    }

    /// <summary>What the names of a question's fields end in.</summary>
    public static string Suffix(AskedQuestion asked) => "-" + asked.Question.Id;
}
