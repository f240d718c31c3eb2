using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Language;

namespace Pulih.Recovery.Pulse;

/// <summary>
/// A business whose news is asked for every month, from its first enrolment on. It stays in the panel, and in every
/// denominator, when it does not answer and when it has ended.
/// </summary>
internal sealed class PanelMember
{
    // The first question comes while the person's own 24 hours are open, so it costs no template.
    private static readonly TimeSpan AfterEnrolment = TimeSpan.FromHours(20);
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromDays(2);
    private const int MostReminders = 3;
    private const int SilentMonths = 3;

    public Guid BusinessId { get; init; }
    public Guid PersonId { get; init; }
    public Guid ProgrammeId { get; init; }
    public Guid PartnerId { get; init; }
    public string Province { get; init; } = "";
    public string Sector { get; init; } = "";
    public DateTime EnrolledAt { get; init; }

    /// <summary>When it is asked next; null for who is not asked any more.</summary>
    public DateTime? AskAt { get; private set; }

    /// <summary>The month that was asked about last.</summary>
    public DateOnly? Asked { get; private set; }

    /// <summary>How often it was asked about that month.</summary>
    public short Asks { get; private set; }

    /// <summary>For how many months running nothing was answered; after three it is reminded no more, only asked.</summary>
    public short Silent { get; private set; }

    public int Version { get; private set; }

    public static PanelMember Of(Guid business, Guid person, Guid programme, Guid partner, string province, string sector, DateTime now) => new()
    {
        BusinessId = business, PersonId = person, ProgrammeId = programme, PartnerId = partner, Province = province, Sector = sector, EnrolledAt = now, AskAt = now + AfterEnrolment,
    };

    /// <summary>Was asked just now about a month; it is asked again in two days, three times at most, and not after the tenth.</summary>
    public void Ask(DateOnly month, DateTime now)
    {
        if (Asked != month)
        {
            (Asked, Asks, Silent) = (month, 0, (short)(Asked is null ? 0 : Silent + 1));
        }

        Asks++;
        Version++;
        var again = now + BetweenAsks;
        AskAt = Asks <= MostReminders && Silent < SilentMonths && Formats.DayInWib(again).Day is >= Survey.FirstDay and <= Survey.LastDay ? again : NextRound(now);
    }

    /// <summary>Answered all, or wants not to be asked about this month: the next round is next month's.</summary>
    public void Rest(DateTime now) => (AskAt, Silent, Version) = (NextRound(now), 0, Version + 1);

    /// <summary>Could not be asked now.</summary>
    public void Postpone(DateTime until) => (AskAt, Version) = (until, Version + 1);

    /// <summary>Is asked no more: the business has ended, or its owner does not want it.</summary>
    public void Leave() => (AskAt, Version) = (null, Version + 1);

    /// <summary>Is asked again from the next round on.</summary>
    public void Return(DateTime now) => (AskAt, Version) = (AskAt ?? NextRound(now), Version + 1);

    // Nine in the morning in Jakarta on the third.
    private static DateTime NextRound(DateTime now)
    {
        var today = Formats.DayInWib(now);
        var month = new DateOnly(today.Year, today.Month, Survey.FirstDay);
        return (today.Day < Survey.FirstDay ? month : month.AddMonths(1)).ToDateTime(new(2, 0), DateTimeKind.Utc);
    }
}

internal sealed class PanelMemberMapping : IEntityTypeConfiguration<PanelMember>
{
    public void Configure(EntityTypeBuilder<PanelMember> builder)
    {
        builder.ToTable("recovery_panel");
        builder.HasKey(m => m.BusinessId);
        builder.Property(m => m.BusinessId).ValueGeneratedNever();
        builder.Property(m => m.Province).HasMaxLength(2);
        builder.Property(m => m.Sector).HasMaxLength(40);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.PersonId);
        builder.HasIndex(m => m.AskAt).HasFilter("\"AskAt\" IS NOT NULL");
        builder.HasIndex(m => new { m.PartnerId, m.BusinessId });
    }
}
