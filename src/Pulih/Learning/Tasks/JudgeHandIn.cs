using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Platform.Facts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Tasks;

/// <summary>A trainer's word on a hand-in: the rubric's ticks decide, the answer goes back into the chat, and the course is completed when nothing else is missing.</summary>
internal sealed class JudgeHandIn(Courses courses, IEnrolments enrolments, ISpeak speak, TaskMessages messages, TimeProvider clock)
{
    /// <summary>The hand-in to be looked at with its course; null where there is none.</summary>
    public async Task<(HandIn HandIn, CompiledCourse Course)?> Find(PulihDb db, Guid id, CancellationToken cancel)
    {
        if (await db.Set<HandIn>().SingleOrDefaultAsync(h => h.Id == id, cancel) is not { } found)
        {
            return null;
        }

        await courses.Fetch(db, [(found.CourseCode, found.CourseVersion)], cancel);
        return courses.Find(found.CourseCode, found.CourseVersion) is { Task: not null } course ? (found, course) : null;
    }

    /// <summary>Judges it, without saving; false when somebody else has judged it meanwhile.</summary>
    public async Task<bool> Judge(PulihDb db, HandIn handIn, CompiledCourse course, IReadOnlyCollection<int> ticks, string words, string by, CancellationToken cancel)
    {
        var progress = await db.Set<CourseProgress>().SingleAsync(p => p.Id == handIn.ProgressId, cancel);
        if (handIn.State != HandInState.Waiting || progress.HandInId != handIn.Id)
        {
            return false;
        }

        var task = course.Task!;
        List<int> ticked = [.. ticks.Where(t => t >= 0 && t < task.Rubric.Count).Distinct().Order()];
        var accepted = ticked.Count >= task.Needed;
        handIn.Judge(accepted, ticked, words, by, clock);
        db.Attest("learning.task-judged", handIn.PersonId, new { enrolment = handIn.EnrolmentId, course = course.Code, handIn = handIn.Id, accepted, ticked = ticked.ConvertAll(t => t + 1), by }, clock);
        progress.Judged(course, await enrolments.Find(db, handIn.EnrolmentId, cancel), accepted, db, clock);

        var say = Cultures.First(() => messages.Verdict(course, handIn, Missing.Of(course, progress)));
        await speak.To(db, Purpose.Human, [(handIn.PersonId, say)], cancel);
        return true;
    }
}
