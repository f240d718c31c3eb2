using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Participation;
using Pulih.Participation.Participants;

namespace Pulih.Platform.Events;

public sealed class TellEventsTests(ParticipationWorld world) : IClassFixture<ParticipationWorld>
{
    [Fact]
    public async Task One_event_that_cannot_be_told_holds_up_none_of_the_others_saved_with_it()
    {
        var day = new DateOnly(2031, 1, 2);
        var enrolments = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => world.Enrolled($"Kabar {i}", "Kabar", world.First)));
        var bad = enrolments[2];
        await world.App.Change(db =>
        {
            foreach (var e in enrolments)
            {
                db.Raise(new PersonHeard(e.PersonId, day), TimeProvider.System);
            }

            // No such course: whoever proves it throws.
            db.Raise(new CourseCompleted(bad.Id, bad.PersonId, bad.BusinessId, bad.ProgrammeId, bad.CohortId, bad.PartnerId, "tidak-ada", "1", "", Guid.CreateVersion7(), 1, 1, 1, default, default), TimeProvider.System);
        });

        await Eventually.Holds(async () => (await Days(enrolments.Select(e => e.Id))).All(d => d == day));
        await Eventually.Holds(() => world.App.With(db => db.Set<StoredEvent>().AnyAsync(e => e.Name == CourseCompleted.Name && e.Attempts > 0 && e.Trouble != null)));
    }

    private Task<List<DateOnly>> Days(IEnumerable<Guid> enrolments)
    {
        var ids = enrolments.ToArray();
        return world.App.With(db => db.Set<Participant>().Where(p => ids.Contains(p.EnrolmentId)).Select(p => p.LastActive).ToListAsync());
    }
}
