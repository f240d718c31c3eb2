using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Tasks;

internal enum HandInState
{
    Waiting = 0, Returned = 1, Accepted = 2,
}

/// <summary>A practical task as it was handed in once, and what a trainer said of it.</summary>
internal sealed class HandIn
{
    public required Guid Id { get; init; }
    public required Guid ProgressId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid EnrolmentId { get; init; }
    public required string CourseCode { get; init; }
    public required string CourseVersion { get; init; }
    public required DateTime At { get; init; }
    public HandInState State { get; private set; }

    /// <summary>The lines of the rubric that were ticked, from 0.</summary>
    public IReadOnlyList<int> Ticked => [.. Ticks.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => int.Parse(t, CultureInfo.InvariantCulture))];

    /// <summary>The trainer's own words; empty where the rubric says enough.</summary>
    public string Words { get; private set; } = "";

    public DateTime? JudgedAt { get; private set; }
    public string? JudgedBy { get; private set; }

    private string Ticks { get; set; } = "";

    /// <summary>Two trainers cannot both judge it.</summary>
    public int Version { get; private set; }

    public void Judge(bool accepted, IReadOnlyList<int> ticked, string words, string by, TimeProvider clock)
    {
        (State, Words, JudgedBy, JudgedAt) = (accepted ? HandInState.Accepted : HandInState.Returned, words, by, clock.GetUtcNow().UtcDateTime);
        Ticks = string.Join(',', ticked.Select(t => t.ToString(CultureInfo.InvariantCulture)));
        Version++;
    }
}

internal sealed class HandInMapping : IEntityTypeConfiguration<HandIn>
{
    public const int MostWords = 500;

    public void Configure(EntityTypeBuilder<HandIn> builder)
    {
        builder.ToTable("learning_hand_ins");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.CourseCode).HasMaxLength(PackLimits.Title);
        builder.Property(h => h.CourseVersion).HasMaxLength(12);
        builder.Property(h => h.State).HasConversion<short>();
        builder.Ignore(h => h.Ticked);
        builder.Property<string>("Ticks").HasMaxLength(20);
        builder.Property(h => h.Words).HasMaxLength(MostWords);
        builder.Property(h => h.JudgedBy).HasMaxLength(200);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => new { h.State, h.Id });
        builder.HasIndex(h => h.ProgressId);
    }
}
