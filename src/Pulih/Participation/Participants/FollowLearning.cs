using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Participants;

/// <summary>Raises a participant's stage when Learning tells of it; told again or late, it never falls.</summary>
internal sealed class FollowLearning : IHandle<CourseBegun>, IHandle<LessonsCompleted>, IHandle<CourseCompleted>
{
    public Task Handle(CourseBegun happened, PulihDb db, CancellationToken cancel) => Rise(db, happened.EnrolmentId, Stage.Learning, null, cancel);

    public Task Handle(LessonsCompleted happened, PulihDb db, CancellationToken cancel) => Rise(db, happened.EnrolmentId, Stage.Quiz, null, cancel);

    public Task Handle(CourseCompleted happened, PulihDb db, CancellationToken cancel) =>
        Rise(db, happened.EnrolmentId, Stage.Completed, Formats.DayInWib(happened.CompletedAt), cancel);

    private static async Task Rise(PulihDb db, Guid enrolmentId, Stage stage, DateOnly? day, CancellationToken cancel)
    {
        if (await db.Set<Participant>().SingleOrDefaultAsync(p => p.EnrolmentId == enrolmentId, cancel) is not { } participant)
        {
            return; // Erased meanwhile.
        }

        participant.Stage = stage > participant.Stage ? stage : participant.Stage;
        participant.LastActive = day > participant.LastActive ? day.Value : participant.LastActive;
    }
}
