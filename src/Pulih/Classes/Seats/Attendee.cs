using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Classes.Attendance;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Seats;

/// <summary>Where somebody stands with a seat.</summary>
internal enum Seat
{
    /// <summary>Came, or gave the seat back, without one.</summary>
    None = 0,

    /// <summary>Asked for one; whoever gives out seats answers.</summary>
    Asked = 1,
    Held = 2,
    Waiting = 3,

    /// <summary>Was waiting, and a seat is kept for a while until they say yes.</summary>
    Offered = 4,

    /// <summary>Gave back a seat, which is still counted as taken.</summary>
    LeavingSeat = 5,

    /// <summary>Left the waiting list, in which they are still counted.</summary>
    LeavingQueue = 6,

    /// <summary>Did not answer an offer in time.</summary>
    Lapsed = 7,
}

/// <summary>One person in one class: the seat, and what came of it.</summary>
internal sealed class Attendee
{
    public required Guid Id { get; init; }
    public required Guid ClassId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The enrolment by which they may come.</summary>
    public required Guid EnrolmentId { get; init; }

    public Seat Seat { get; private set; }

    /// <summary>When they asked; in the waiting list, when they were put there: the list is in this order.</summary>
    public DateTime AskedAt { get; private set; }

    public DateTime? OfferedUntil { get; private set; }

    /// <summary>The number of the news they were told last.</summary>
    public int Told { get; set; }

    public bool Seen { get; private set; }
    public int Minutes { get; private set; }
    public bool Present { get; private set; }
    public bool Disagrees { get; private set; }

    /// <summary>See <see cref="Presence.Credited"/>.</summary>
    public int Credited { get; private set; }

    /// <summary>Whether a human decided that they were there; null where the rule decides.</summary>
    public bool? Decision { get; private set; }

    public int Version { get; private set; }

    /// <summary>Counts among the seats that are taken.</summary>
    public bool TakesSeat => Seat is Seat.Held or Seat.Offered;

    public static Attendee Of(Guid classId, Guid person, Guid enrolment, TimeProvider clock) =>
        new() { Id = Ids.Next(clock), ClassId = classId, PersonId = person, EnrolmentId = enrolment };

    /// <summary>Asks for a seat; does nothing for who has one, waits for one or has asked already.</summary>
    public bool Ask(TimeProvider clock)
    {
        if (Seat is not (Seat.None or Seat.Lapsed))
        {
            return false;
        }

        AskedAt = clock.GetUtcNow().UtcDateTime;
        return Move(Seat.Asked);
    }

    public bool Hold() => Move(Seat.Held);

    /// <summary>Goes to the end of the waiting list: behind everybody who was put there before this moment.</summary>
    public bool Wait(DateTime since)
    {
        AskedAt = since;
        return Move(Seat.Waiting);
    }

    /// <summary>Keeps a seat until the moment is over.</summary>
    public bool Offer(DateTime until)
    {
        OfferedUntil = until;
        return Move(Seat.Offered);
    }

    /// <summary>Takes the seat on offer; false when there is none any more.</summary>
    public bool Accept(DateTime now) => Seat == Seat.Offered && now < OfferedUntil && Move(Seat.Held);

    /// <summary>Gives back the seat, the offer or the place in the waiting list.</summary>
    public bool Leave() => Seat switch
    {
        Seat.Held or Seat.Offered => Move(Seat.LeavingSeat),
        Seat.Waiting => Move(Seat.LeavingQueue),
        Seat.Asked => Move(Seat.None),
        _ => false,
    };

    /// <summary>What was given back is counted.</summary>
    public bool Left() => Move(Seat.None);

    public bool Lapse() => Move(Seat.Lapsed);

    /// <summary>Keeps what the sources say together.</summary>
    public void Be(Presence presence)
    {
        if ((Seen, Minutes, Present, Disagrees, Credited) != (presence.Seen, presence.Minutes, presence.Present, presence.Disagrees, presence.Credited))
        {
            (Seen, Minutes, Present, Disagrees, Credited) = (presence.Seen, presence.Minutes, presence.Present, presence.Disagrees, presence.Credited);
            Version++;
        }
    }

    /// <summary>A human says whether they were there; null leaves it to the rule again.</summary>
    public void Decide(bool? present)
    {
        Decision = present;
        Version++;
    }

    private bool Move(Seat to)
    {
        OfferedUntil = to == Seat.Offered ? OfferedUntil : null;
        Seat = to;
        Version++;
        return true;
    }
}

internal sealed class AttendeeMapping : IEntityTypeConfiguration<Attendee>
{
    public void Configure(EntityTypeBuilder<Attendee> builder)
    {
        builder.ToTable("classes_attendees");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.TakesSeat);
        builder.HasIndex(a => new { a.ClassId, a.PersonId }).IsUnique();
        builder.HasIndex(a => new { a.ClassId, a.Id });
        builder.HasIndex(a => new { a.ClassId, a.Seat, a.AskedAt });
        builder.HasIndex(a => a.PersonId);
        builder.HasIndex(a => a.OfferedUntil);
    }
}
