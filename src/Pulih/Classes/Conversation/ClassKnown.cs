using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Participation.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Classes.Conversation;

/// <summary>What is known of one person during a turn about classes.</summary>
/// <param name="Person">Null where nobody is registered.</param>
/// <param name="Enrolments">What they take part in.</param>
/// <param name="Sessions">The classes they may come to that are not over, the next first.</param>
/// <param name="Attendees">What they are in these classes, by class; rows added in this turn among them.</param>
/// <param name="Codes">The codes of theirs that were taken already.</param>
internal sealed record ClassKnown(
    PersonInfo? Person, IReadOnlyList<EnrolmentInfo> Enrolments, IReadOnlyList<ClassSession> Sessions, Dictionary<Guid, Attendee> Attendees, HashSet<(Guid Class, long Step)> Codes)
{
    public EnrolmentInfo? EnrolmentFor(ClassSession session) => Enrolments.FirstOrDefault(e => May(e, session));

    public static bool May(EnrolmentInfo enrolment, ClassSession session) =>
        enrolment.ProgrammeId == session.ProgrammeId && (session.CohortId is null || session.CohortId == enrolment.CohortId);
}
