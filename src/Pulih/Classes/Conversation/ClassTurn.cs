using Pulih.Chat.Contracts;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Sending.Contracts;

namespace Pulih.Classes.Conversation;

/// <summary>What a conversation about classes remembers: how many codes were wrong, and since when.</summary>
internal sealed record ClassTalk
{
    public int Wrong { get; init; }

    public DateTime? WrongSince { get; init; }
}

internal sealed record AskForSeat(Guid Class, Guid Enrolment);

internal sealed record AcceptSeat(Guid Class);

internal sealed record LeaveClass(Guid Class);

internal sealed record SayHere(Guid Class, long Step, DateTime At);

/// <summary>Decides the answer to one message about classes: pure but for the code on the screen, which follows from the key and the time.</summary>
internal sealed class ClassTurn(ClassMessages messages, ScreenCode codes)
{
    // Four digits and three codes at a time: after five wrong ones guessing would take about an hour for a fair chance.
    private const int MostWrong = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    public Answer<ClassTalk> Answer(ClassTalk state, Heard heard, ClassKnown known)
    {
        if (known.Person is null || known.Enrolments.Count == 0)
        {
            return new(state, new(messages["chat.not-enrolled"])) { Next = "registration" };
        }

        if (heard.Kind == HeardKind.Tap && heard.Payload?.Split(':') is [var what, var id] && Guid.TryParseExact(id, "N", out var tapped))
        {
            return known.Sessions.FirstOrDefault(s => s.Id == tapped) is { } session ? Tapped(state, what, session, known, heard) : new(state, new(messages["chat.gone"]));
        }

        if (ClassWords.Leaves(heard.Text) && known.Sessions.Where(s => s.TakesSeats(heard.At) && known.Attendees.GetValueOrDefault(s.Id)?.Seat is Seats.Seat.Held or Seats.Seat.Waiting or Seats.Seat.Offered).Take(2).ToList() is [var only])
        {
            return Tapped(state, "leave", only, known, heard);
        }

        return ClassWords.CodeIn(heard.Text) is { } code ? Here(state, code, heard, known)
            : ClassWords.AsksForClasses(heard.Text) || ClassWords.Leaves(heard.Text) ? new(state, Coming(heard, known))
            : new(state) { Next = "learning" };
    }

    private Say Coming(Heard heard, ClassKnown known) => messages.Coming(
        [.. known.Sessions.Where(s => s.TakesSeats(heard.At)).Take(ClassMessages.MostListed).Select(s => (s, known.Attendees.GetValueOrDefault(s.Id)))], known.Person!);

    private Answer<ClassTalk> Tapped(ClassTalk state, string what, ClassSession session, ClassKnown known, Heard heard)
    {
        var (owner, mine) = (known.Person!, known.Attendees.GetValueOrDefault(session.Id));
        var seat = mine?.Seat ?? Seats.Seat.None;
        if (what == "leave")
        {
            return seat is Seats.Seat.None or Seats.Seat.Lapsed or Seats.Seat.LeavingSeat or Seats.Seat.LeavingQueue
                ? new(state, new(messages["chat.no-seat", session.Title]))
                : new(state, new(messages["chat.left", owner.Called, session.Title])) { Deeds = [new LeaveClass(session.Id)] };
        }

        if (!session.TakesSeats(heard.At))
        {
            return new(state, messages.TooLate(session, owner));
        }

        return (what, seat) switch
        {
            (_, Seats.Seat.Held) => new(state, messages.Seat(session, mine!, owner)),
            ("accept", Seats.Seat.Offered) when heard.At < mine!.OfferedUntil => new(state, messages.Seat(session, mine, owner)) { Deeds = [new AcceptSeat(session.Id)] },
            ("accept", Seats.Seat.Offered or Seats.Seat.Lapsed or Seats.Seat.None) => new(state, messages.Lapsed(session, owner)),
            (_, Seats.Seat.Offered) => new(state, messages.Offer(session, mine!, owner)),
            (_, Seats.Seat.Waiting) => new(state, new(messages["chat.still-waiting", owner.Called, session.Title])),
            (_, Seats.Seat.Asked or Seats.Seat.LeavingSeat or Seats.Seat.LeavingQueue) => new(state, new(messages["chat.a-moment"])),

            // The seat is told by whoever gives out seats, so that asking costs one message and not two.
            _ => new(state) { Deeds = [new AskForSeat(session.Id, known.EnrolmentFor(session)!.Id)] },
        };
    }

    private Answer<ClassTalk> Here(ClassTalk state, string code, Heard heard, ClassKnown known)
    {
        var running = known.Sessions.Where(s => s.State == ClassState.Running).ToList();
        if (running.Count == 0)
        {
            return new(state, known.Sessions.FirstOrDefault(s => s.TakesSeats(heard.At)) is { } next
                ? new(messages["chat.none-running-next", next.Title, messages.When(next, known.Person!)])
                : new(messages["chat.none-running"]));
        }

        if (state.WrongSince is { } since && heard.At < since + Rest && state.Wrong >= MostWrong)
        {
            return new(state, new(messages["chat.rest"]));
        }

        if (code.Length != ScreenCode.Digits)
        {
            return new(state, new(messages["chat.code-form"]));
        }

        foreach (var session in running)
        {
            if (codes.Step(session.Id, code, heard.At) is { } step)
            {
                return known.Codes.Contains((session.Id, step))
                    ? new(new ClassTalk(), new(messages["chat.here-already", known.Person!.Called, session.Title]))
                    : new(new ClassTalk(), new(messages["chat.here", known.Person!.Called, session.Title])) { Deeds = [new SayHere(session.Id, step, heard.At)] };
            }
        }

        var fresh = state.WrongSince is null || heard.At >= state.WrongSince + Rest;
        return new(state with { Wrong = fresh ? 1 : state.Wrong + 1, WrongSince = fresh ? heard.At : state.WrongSince }, new(messages["chat.code-wrong", code]));
    }
}
