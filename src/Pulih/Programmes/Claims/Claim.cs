using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Claims;

/// <summary>A number somebody stated about a programme, with where and when. It is shown apart and never added to what is verified.</summary>
internal sealed class Claim
{
    private Claim() { }

    public Guid Id { get; private init; }
    public Guid ProgrammeId { get; private init; }
    public long Count { get; private init; }

    /// <summary>Who stated it, such as a partner's name.</summary>
    public string By { get; private init; } = "";

    /// <summary>The day on which it was stated.</summary>
    public DateOnly On { get; private init; }

    /// <summary>Where one can read it: a press release, a letter, an address.</summary>
    public string Source { get; private init; } = "";

    public DateTime RecordedAt { get; private init; }
    public string RecordedBy { get; private init; } = "";

    public static Claim Of(Guid programme, ClaimDetails details, string recordedBy, TimeProvider clock)
    {
        if (details.Count <= 0 || string.IsNullOrWhiteSpace(details.By) || string.IsNullOrWhiteSpace(details.Source))
        {
            throw new ArgumentException($"A claim on programme {programme} needs a number above zero, who made it and where.", nameof(details));
        }

        return new()
        {
            Id = Ids.Next(clock), ProgrammeId = programme, Count = details.Count, By = details.By.Trim(), On = details.On, Source = details.Source.Trim(),
            RecordedAt = clock.GetUtcNow().UtcDateTime, RecordedBy = recordedBy,
        };
    }
}

/// <summary>What was claimed: how many, by whom, on which day, and where it stands.</summary>
internal sealed record ClaimDetails(long Count, string By, DateOnly On, string Source);

internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("programmes_claims");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.By).HasMaxLength(120);
        builder.Property(c => c.Source).HasMaxLength(500);
        builder.Property(c => c.RecordedBy).HasMaxLength(256);
        builder.HasIndex(c => c.ProgrammeId);
    }
}
