using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Targets;

/// <summary>A programme's target as it was set once: how many, from how many, when, by whom and why. It is never changed; a new one follows it.</summary>
internal sealed class Target
{
    private Target() { }

    public Guid Id { get; private init; }
    public Guid ProgrammeId { get; private init; }

    /// <summary>1 for the first; the highest holds. Two officers cannot both set the next one.</summary>
    public int Number { get; private init; }

    /// <summary>The target before; null for the first.</summary>
    public long? From { get; private init; }

    public long Count { get; private init; }
    public DateTime SetAt { get; private init; }
    public string SetBy { get; private init; } = "";
    public string Reason { get; private init; } = "";

    public static Target First(Guid programme, long count, string reason, string by, TimeProvider clock) =>
        Of(programme, null, count, reason, by, clock);

    public Target Next(long count, string reason, string by, TimeProvider clock) =>
        count == Count
            ? throw new ArgumentException($"The target of programme {ProgrammeId} is {count} already.", nameof(count))
            : Of(ProgrammeId, this, count, reason, by, clock);

    private static Target Of(Guid programme, Target? before, long count, string reason, string by, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return new()
        {
            Id = Ids.Next(clock), ProgrammeId = programme, Number = (before?.Number ?? 0) + 1, From = before?.Count,
            Count = count, SetAt = clock.GetUtcNow().UtcDateTime, SetBy = by, Reason = reason.Trim(),
        };
    }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.ToTable("programmes_targets");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.SetBy).HasMaxLength(256);
        builder.Property(t => t.Reason).HasMaxLength(500);
        builder.HasIndex(t => new { t.ProgrammeId, t.Number }).IsUnique();
    }
}
