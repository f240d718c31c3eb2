using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Classes;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Participation.Contracts;

namespace Pulih.Learning.Progress;

/// <summary>Minutes of live classes go to a course that asks for them, whichever came first.</summary>
public sealed class ClassMinutesTests(ClassWorld world) : IClassFixture<ClassWorld>
{
    private readonly App app = world.App;

    [Fact]
    public async Task Minutes_present_complete_a_course_that_lacked_only_them()
    {
        var course = await Asking(50);
        var owner = (await world.Owners(1))[0];
        await Learn(owner, course);
        (await Progress(owner, course)).CompletedAt.ShouldBeNull();
        var session = await world.Class("Kelas menit", running: true);
        await Stay(session.Id, owner, 30);
        await Eventually.Holds(async () => (await Progress(owner, course)).ClassMinutes == 30);
        (await Progress(owner, course)).CompletedAt.ShouldBeNull();
        var second = await world.Class("Kelas menit lagi", running: true);
        await Stay(second.Id, owner, 20);
        await Eventually.Holds(async () => (await Progress(owner, course)).CompletedAt is not null);
        await app.Quiet();
        (await Progress(owner, course)).ClassMinutes.ShouldBe(50);
    }

    [Fact]
    public async Task A_course_begun_after_the_class_has_its_minutes_too_and_a_tick_by_hand_counts_the_whole_class()
    {
        var course = await Asking(52);
        var owner = (await world.Owners(1))[0];
        var session = await world.Class("Kelas lebih dulu", running: true);
        await app.Change(db =>
        {
            db.Seen(session.Id, owner.PersonId, SightingSource.Hand, 0, ClassWorld.Now, null, TimeProvider.System);
            db.CountLater(session.Id, [owner.PersonId], TimeProvider.System);
        });
        await app.Quiet();
        (await world.Attendee(session, owner)).Credited.ShouldBeGreaterThanOrEqualTo(50);
        await Learn(owner, course);
        await Eventually.Holds(async () => (await Progress(owner, course)).CompletedAt is not null);
    }

    [Fact]
    public async Task Minutes_taken_away_by_a_human_count_no_longer_but_take_no_certificate_back()
    {
        var course = await Asking(20);
        var owner = (await world.Owners(1))[0];
        await app.Change(db => CourseProgress.Begin(owner, course, db, TimeProvider.System));
        var session = await world.Class("Kelas diperiksa", running: true);
        await Stay(session.Id, owner, 25);
        await Eventually.Holds(async () => (await Progress(owner, course)).ClassMinutes == 25);
        await app.With(async db =>
        {
            (await db.Set<Attendee>().SingleAsync(a => a.ClassId == session.Id && a.PersonId == owner.PersonId)).Decide(false);
            db.CountLater(session.Id, [owner.PersonId], TimeProvider.System);
            return await db.SaveChangesAsync();
        });
        await Eventually.Holds(async () => (await Progress(owner, course)).ClassMinutes == 0);
        (await Progress(owner, course)).CompletedAt.ShouldBeNull();
    }

    private Task Stay(Guid session, EnrolmentInfo owner, int minutes) => app.Change(db =>
    {
        var from = ClassWorld.Now;
        db.Seen(session, owner.PersonId, SightingSource.Report, from.Ticks, from, from.AddMinutes(minutes), TimeProvider.System);
        db.CountLater(session, [owner.PersonId], TimeProvider.System);
    });

    /// <summary>All lessons seen and the quiz passed.</summary>
    private Task Learn(EnrolmentInfo owner, CompiledCourse course) => app.Change(db =>
    {
        var progress = CourseProgress.Begin(owner, course, db, TimeProvider.System);
        while (progress.Place.InLessons(course))
        {
            progress.SeeStep(course, db, TimeProvider.System);
        }

        while (progress.Place.InQuiz(course))
        {
            progress.Answer(course, owner, progress.OpenQuestion(course).Question.Right, db, TimeProvider.System);
        }
    });

    private Task<CourseProgress> Progress(EnrolmentInfo owner, CompiledCourse course) =>
        app.With(db => db.Set<CourseProgress>().AsNoTracking().SingleAsync(p => p.EnrolmentId == owner.Id && p.CourseCode == course.Code));

    /// <summary>A course on this host that asks for so many minutes.</summary>
    private Task<CompiledCourse> Asking(int minutes)
    {
        var files = SamplePack.Files();
        files["course.yaml"] += $"\nclasses:\n  minutes: {minutes}\n";
        return SamplePack.Store(app, SamplePack.Source(files));
    }
}
