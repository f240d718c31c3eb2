using System.Globalization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Participation.Contracts;
using Pulih.Platform.Demo;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Learning.Demo;

/// <summary>The demo's learners at every stage: just enrolled, in a lesson, before the quiz, not passed yet, done.</summary>
internal sealed class SeedProgress(ICourses courses) : ISeedDemo
{
    // Shares out of a hundred, a plausible funnel and no measured one.
    private const int NotBegun = 12;
    private const int InLessons = 22;
    private const int BeforeQuiz = 6;
    private const int NotPassed = 6;

    public int Order => 30;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var enrolments = world.Made<EnrolmentInfo>();
        for (var i = 0; i < enrolments.Count; i++)
        {
            var stage = world.Chance.Next(100);
            if (stage >= NotBegun && courses.Find(enrolments[i].CourseCode) is { } course)
            {
                Learn(enrolments[i], course, stage - NotBegun, new DemoClock(enrolments[i].EnrolledAt), db, world);
            }
        }

        return Task.CompletedTask;
    }

    private static void Learn(EnrolmentInfo enrolment, CompiledCourse course, int stage, DemoClock clock, PulihDb db, DemoWorld world)
    {
        clock.Pass(TimeSpan.FromMinutes(world.Chance.Next(3, 20)), world.Now);
        var progress = CourseProgress.Begin(enrolment, course, db, clock);
        var stops = stage < InLessons ? world.Chance.Next(course.Lessons.Sum(lesson => lesson.Steps.Count)) : int.MaxValue;
        for (var seen = 0; seen < stops && progress.Place.InLessons(course); seen++)
        {
            // Most go on at once; now and then a day or two lies between.
            clock.Pass(world.Chance.Next(6) == 0 ? TimeSpan.FromHours(world.Chance.Next(8, 60)) : TimeSpan.FromMinutes(world.Chance.Next(2, 15)), world.Now);
            progress.SeeStep(course, db, clock);
        }

        if (progress.Place.InLessons(course) || stage < InLessons + BeforeQuiz)
        {
            return;
        }

        // One wrong answer still passes; two do not.
        var wrong = stage < InLessons + BeforeQuiz + NotPassed ? course.Quiz.Asks - course.Quiz.Needed + 1 : world.Chance.Next(2);
        while (progress.Place.InQuiz(course))
        {
            clock.Pass(TimeSpan.FromSeconds(world.Chance.Next(20, 90)), world.Now);
            var (right, options) = (int.Parse(progress.OpenQuestion(course).Question.Right, CultureInfo.InvariantCulture), progress.OpenQuestion(course).Options.Count);
            progress.Answer(course, enrolment, (progress.Question < wrong ? right % options + 1 : right).ToString(CultureInfo.InvariantCulture), db, clock);
        }

        if (progress.CompletedAt is not null)
        {
            world.Made<CourseCompleted>().Add(progress.Completion(course, enrolment));
        }
    }
}

/// <summary>The time at which a synthetic learner did something.</summary>
internal sealed class DemoClock(DateTime begins) : TimeProvider
{
    private DateTime now = begins;

    public override DateTimeOffset GetUtcNow() => new(now);

    public void Pass(TimeSpan time, DateTime latest) => now = now + time < latest ? now + time : latest;
}
