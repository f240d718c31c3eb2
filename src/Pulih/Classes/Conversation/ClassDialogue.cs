using Pulih.Chat.Contracts;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Conversation;

/// <summary>Classes in chat: "kelas" lists them, a tap asks for a seat, "hadir 4821" says that one is there. Whatever else is open stays open.</summary>
internal sealed class ClassDialogue(RecallClasses recall, ClassTurn turn, TimeProvider clock) : Dialogue<ClassTalk, ClassKnown>
{
    public const string DialogueName = "classes";

    public override string Name => DialogueName;

    public override bool Aside => true;

    public override bool Claims(string text) => ClassWords.AsksForClasses(text) || ClassWords.Leaves(text) || ClassWords.CodeIn(text) is not null;

    public override Task<IReadOnlyDictionary<Guid, ClassKnown>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) => recall.For(db, people, cancel);

    public override Answer<ClassTalk> Turn(ClassTalk state, Heard heard, Listener listener, ClassKnown known) => turn.Answer(state, heard, known);

    public override void Do(object deed, Listener listener, ClassKnown known, PulihDb db)
    {
        switch (deed)
        {
            case AskForSeat ask:
                if (!known.Attendees.TryGetValue(ask.Class, out var mine))
                {
                    known.Attendees[ask.Class] = mine = db.Add(Attendee.Of(ask.Class, listener.PersonId, ask.Enrolment, clock)).Entity;
                }

                mine.Ask(clock);
                db.Raise(new SeatsMoved(ask.Class), clock);
                break;
            case AcceptSeat accept:
                known.Attendees[accept.Class].Accept(clock.GetUtcNow().UtcDateTime);
                break;
            case LeaveClass leave:
                known.Attendees[leave.Class].Leave();
                db.Raise(new SeatsMoved(leave.Class), clock);
                break;
            case SayHere here:
                known.Codes.Add((here.Class, here.Step));
                db.Seen(here.Class, listener.PersonId, SightingSource.Code, here.Step, here.At, null, clock);
                db.CountLater(here.Class, [listener.PersonId], clock);
                break;
            default:
                throw new InvalidOperationException($"Classes knows no deed {deed.GetType().Name}.");
        }
    }
}
