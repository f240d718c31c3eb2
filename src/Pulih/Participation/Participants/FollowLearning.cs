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
    public Task Handle(IReadOnlyList<CourseBegun> happened, PulihDb db, CancellationToken cancel) =>
        Rise(db, Stage.Learning, happened.Select(h => (h.EnrolmentId, default(DateOnly))), cancel);

    public Task Handle(IReadOnlyList<LessonsCompleted> happened, PulihDb db, CancellationToken cancel) =>
        Rise(db, Stage.Quiz, happened.Select(h => (h.EnrolmentId, default(DateOnly))), cancel);

    public Task Handle(IReadOnlyList<CourseCompleted> happened, PulihDb db, CancellationToken cancel) =>
        Rise(db, Stage.Completed, happened.Select(h => (h.EnrolmentId, Formats.DayInWib(h.CompletedAt))), cancel);

    private static async Task Rise(PulihDb db, Stage stage, IEnumerable<(Guid Enrolment, DateOnly Day)> happened, CancellationToken cancel)
    {
        var days = happened.GroupBy(h => h.Enrolment).ToDictionary(g => g.Key, g => g.Max(h => h.Day));
        var ids = days.Keys.ToArray();

        // Who is not found was erased meanwhile.
        foreach (var participant in await db.Set<Participant>().Where(p => ids.Contains(p.EnrolmentId)).ToListAsync(cancel))
        {
            var day = days[participant.EnrolmentId];
            participant.Stage = stage > participant.Stage ? stage : participant.Stage;
            participant.LastActive = day > participant.LastActive ? day : participant.LastActive;
        }
    }
}
