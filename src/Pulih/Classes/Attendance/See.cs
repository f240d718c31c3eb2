using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Attendance;

/// <summary>Keeps what a source has seen, with its fact. Presence is counted a moment later.</summary>
internal static class See
{
    /// <summary>Adds a sighting; the caller makes sure it is not there already, and the index refuses a second.</summary>
    public static void Seen(this PulihDb db, Guid classId, Guid person, SightingSource source, long slot, DateTime from, DateTime? until, TimeProvider clock)
    {
        var fact = db.Attest("classes.seen", person, new { session = classId, source = source.ToString(), slot, from, until }, clock);
        db.Add(new Sighting { Id = Ids.Next(clock), ClassId = classId, PersonId = person, Source = source, Slot = slot, From = from, Until = until, FactId = fact });
    }

    /// <summary>Lets the presence of these people be counted.</summary>
    public static void CountLater(this PulihDb db, Guid classId, IReadOnlyList<Guid> people, TimeProvider clock) => db.Raise(new PeopleSeen(classId, people), clock);
}
