using Pulih.Learning.Contracts;

namespace Pulih.Proof.Rules;

/// <summary>The rule of what counts: a business is trained when its owner saw every lesson of a course, passed its quiz, and did the task and the class minutes it asks for.</summary>
internal sealed class Trained(ICourses courses)
{
    /// <summary>Throws when the evidence does not carry the claim; then there is no credit and no certificate.</summary>
    public void Require(CourseCompleted completed)
    {
        var course = courses.Find(completed.CourseCode, completed.CourseVersion)
            ?? throw Unproven(completed, $"course {completed.CourseCode} version {completed.CourseVersion} is not known");
        if (completed.AttemptId == Guid.Empty)
        {
            throw Unproven(completed, "it names no attempt");
        }

        if (completed.LessonsSeen < course.Lessons.Count)
        {
            throw Unproven(completed, $"{completed.LessonsSeen} of {course.Lessons.Count} lessons were seen");
        }

        if (completed.Of != course.Quiz.Asks || completed.Score < course.Quiz.Needed || completed.Score > completed.Of)
        {
            throw Unproven(completed, $"{completed.Score} of {completed.Of} answers were right and {course.Quiz.Needed} of {course.Quiz.Asks} are needed");
        }

        if (course.Task is not null && completed.HandInId is null)
        {
            throw Unproven(completed, "its task was not accepted");
        }

        if (completed.ClassMinutes < course.ClassMinutes)
        {
            throw Unproven(completed, $"{completed.ClassMinutes} of {course.ClassMinutes} class minutes were counted");
        }

        if (completed.CompletedAt < completed.BegunAt)
        {
            throw Unproven(completed, "it ended before it began");
        }
    }

    private static InvalidOperationException Unproven(CourseCompleted completed, string why) =>
        new($"Completion of {completed.CourseCode} by enrolment {completed.EnrolmentId} proves nothing: {why}.");
}
