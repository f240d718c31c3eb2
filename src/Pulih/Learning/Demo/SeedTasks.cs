using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Learning.Tasks;
using Pulih.Participation.Contracts;
using Pulih.Platform.Demo;
using Pulih.Platform.Media;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Demo;

/// <summary>Some of the demo's learners went on to a course with a task, and what they handed in waits for a trainer. Their photos are drawings of the course.</summary>
internal sealed class SeedTasks(Courses courses) : ISeedDemo
{
    private const string Course = "tampil-di-facebook-dan-instagram";
    private const int Waiting = 4;

    public int Order => 35;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var enrolments = world.Made<EnrolmentInfo>().ToDictionary(e => e.Id);
        if (courses.Find(Course) is { Task: not null } course)
        {
            var learners = world.Made<CourseCompleted>().Where(done => done.CourseCode != Course && done.CompletedAt < world.Now.AddDays(-2)).Take(Waiting);
            foreach (var (i, done) in learners.Index())
            {
                HandIn(course, enrolments[done.EnrolmentId], i, new DemoClock(world.Now.AddHours(-30 + 7 * i)), db);
            }
        }

        return Task.CompletedTask;
    }

    private void HandIn(CompiledCourse course, EnrolmentInfo enrolment, int number, DemoClock clock, PulihDb db)
    {
        var progress = CourseProgress.Begin(enrolment, course, db, clock);
        while (progress.Place.InLessons(course))
        {
            progress.SeeStep(course, db, clock);
        }

        while (progress.Place.InQuiz(course))
        {
            progress.Answer(course, enrolment, progress.OpenQuestion(course).Question.Right, db, clock);
        }

        var drawings = course.Lessons.SelectMany(l => l.Steps).Select(s => s.Drawing?.File).OfType<string>().ToList();
        var drawing = courses.Pack(course.Code, course.Version)!.Source.Bytes(PackPictures.PathOf(drawings[number % drawings.Count]))!;
        progress.HandIn(course, Piece.OfPhoto(ShrinkPhoto.Of(DrawPicture.AsPng(drawing))!, clock), db, clock);
    }
}
