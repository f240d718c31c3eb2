using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Classes.Attendance;

/// <summary>Who says that somebody was there.</summary>
internal enum SightingSource
{
    /// <summary>The person opened the room by the personal link: they went to the door.</summary>
    Door = 0,

    /// <summary>The person sent the code that was on the screen.</summary>
    Code = 1,

    /// <summary>The provider's report names a stretch of time.</summary>
    Report = 2,

    /// <summary>Somebody of the staff ticked the name off, or took it from a paper list.</summary>
    Hand = 3,
}

/// <summary>One source has seen one person in one class: at a moment, or for a stretch. All are kept, whatever another source says.</summary>
internal sealed class Sighting
{
    public required Guid Id { get; init; }
    public required Guid ClassId { get; init; }
    public required Guid PersonId { get; init; }
    public required SightingSource Source { get; init; }

    /// <summary>What of the source it is, so that the same is never kept twice: the number of the code, the row's beginning in seconds.</summary>
    public required long Slot { get; init; }

    public required DateTime From { get; init; }

    /// <summary>Null for a moment.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The fact that proves it.</summary>
    public required Guid FactId { get; init; }
}

internal sealed class SightingMapping : IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Sighting> builder)
    {
        builder.ToTable("classes_sightings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.ClassId, s.PersonId, s.Source, s.Slot }).IsUnique();
        builder.HasIndex(s => s.PersonId);
    }
}
