using Pulih.Classes.Attendance;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Sessions;

/// <summary>How people come together: in a room of a video tool, before a broadcast, or at a place.</summary>
internal enum ClassKind
{
    Meeting = 0, Broadcast = 1, InPerson = 2,
}

internal enum ClassState
{
    Scheduled = 0, Running = 1, Ended = 2, Cancelled = 3,
}

/// <summary>News of a class that its people are being told.</summary>
internal enum ClassNews
{
    None = 0, Changed = 1, Cancelled = 2, Reminder = 3,

    /// <summary>Told to those who held a seat and were not seen.</summary>
    Missed = 4,
}

/// <summary>One live class. Its counters are changed by single writers only, and <see cref="Version"/> refuses a second one.</summary>
internal sealed class ClassSession
{
    /// <summary>How long before the class those who hold a seat are reminded.</summary>
    public static readonly TimeSpan ReminderBefore = TimeSpan.FromHours(1);

    private ClassSession()
    {
    }

    public Guid Id { get; private init; }
    public Guid ProgrammeId { get; private init; }

    /// <summary>The cohort it is for; null when all of the programme may come.</summary>
    public Guid? CohortId { get; private set; }

    /// <summary>Shared by the classes that were scheduled as one series.</summary>
    public Guid? SeriesId { get; private init; }

    public string Title { get; private set; } = "";
    public string About { get; private set; } = "";
    public ClassKind Kind { get; private set; }

    /// <summary>An https address of the room or broadcast, or the address of the place.</summary>
    public string Room { get; private set; } = "";

    /// <summary>Where those who missed it find it in short pieces; null where there is none.</summary>
    public string? Recording { get; set; }

    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }

    /// <summary>The zone it was scheduled in, such as <c>Asia/Makassar</c>.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>How many seats there are; null for a class without a limit.</summary>
    public int? Capacity { get; private set; }

    /// <summary>How many minutes make somebody present; 0 when being seen is enough.</summary>
    public int NeededMinutes { get; private set; }

    /// <summary>A gap of up to so many minutes is a dropped line and not an absence.</summary>
    public int ForgivenMinutes { get; private set; }

    public ClassState State { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>A provider's report was brought, so whoever is not in it was not seen by the provider.</summary>
    public bool Reported { get; set; }

    /// <summary>Seats held or on offer.</summary>
    public int Taken { get; set; }

    /// <summary>People in the waiting list.</summary>
    public int Waiting { get; set; }

    /// <summary>People any source has seen.</summary>
    public int Seen { get; set; }

    /// <summary>People who are present by the rule or by a human's decision.</summary>
    public int Present { get; set; }

    public ClassNews News { get; private set; }

    /// <summary>Rises with each news; who was told it carries the same number.</summary>
    public int NewsNumber { get; private set; }

    public DateTime? RemindAt { get; private set; }

    /// <summary>Rises with each change, as calendars expect it (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; private set; }

    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>The stretch in which being there counts: as held, else as scheduled.</summary>
    public Span Held => new(OpenedAt ?? StartsAt, EndedAt ?? EndsAt);

    public PresenceRule Rule => new(Held, NeededMinutes, ForgivenMinutes);

    public bool TakesSeats(DateTime now) => State is ClassState.Scheduled or ClassState.Running && now < EndsAt;

    public static ClassSession Of(Guid programme, Guid? series, ClassDetails details, TimeProvider clock)
    {
        var session = new ClassSession { Id = Ids.Next(clock), ProgrammeId = programme, SeriesId = series };
        session.Take(details, clock);
        return session;
    }

    /// <summary>Changes what was announced; its people are told when the time or the room is another one.</summary>
    public void Change(ClassDetails details, TimeProvider clock)
    {
        var moved = (StartsAt, EndsAt, Room, Kind) != (details.StartsAt, details.EndsAt, details.Room, details.Kind);
        Sequence++;
        Take(details, clock);
        if (moved)
        {
            Tell(ClassNews.Changed);
        }
    }

    public void Cancel(TimeProvider clock)
    {
        State = ClassState.Cancelled;
        Sequence++;
        RemindAt = null;
        Tell(ClassNews.Cancelled);
        Touch(clock);
    }

    /// <summary>Opens the class: from now on codes are taken. Opening one that ended by mistake goes on with it.</summary>
    public void Start(TimeProvider clock)
    {
        OpenedAt ??= clock.GetUtcNow().UtcDateTime;
        (State, EndedAt, RemindAt) = (ClassState.Running, null, null);
        Touch(clock);
    }

    public void End(TimeProvider clock)
    {
        EndedAt = clock.GetUtcNow().UtcDateTime;
        State = ClassState.Ended;
        Touch(clock);
    }

    /// <summary>Lets its people be told; news that was not told to everybody yet is replaced by this one.</summary>
    public void Tell(ClassNews news)
    {
        (News, NewsNumber) = (news, NewsNumber + 1);
        Version++;
    }

    /// <summary>The reminder is due.</summary>
    public void Remind()
    {
        RemindAt = null;
        Tell(ClassNews.Reminder);
    }

    /// <summary>Counters or report changed.</summary>
    public void Touch(TimeProvider clock)
    {
        ChangedAt = clock.GetUtcNow().UtcDateTime;
        Version++;
    }

    private void Take(ClassDetails details, TimeProvider clock)
    {
        (CohortId, Title, About, Kind, Room) = (details.CohortId, details.Title, details.About, details.Kind, details.Room);
        (StartsAt, EndsAt, Zone, Capacity) = (details.StartsAt, details.EndsAt, details.Zone, details.Capacity);
        (NeededMinutes, ForgivenMinutes) = (details.NeededMinutes, details.ForgivenMinutes);
        var remind = StartsAt - ReminderBefore;
        RemindAt = State == ClassState.Scheduled && remind > clock.GetUtcNow().UtcDateTime ? remind : null;
        Touch(clock);
    }
}
