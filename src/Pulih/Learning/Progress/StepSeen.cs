using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Progress;

/// <summary>A step that was seen, once and for good. Its key refuses the same step a second time.</summary>
internal sealed class StepSeen
{
    public required Guid ProgressId { get; init; }
    public required int Lesson { get; init; }
    public required int Step { get; init; }
    public required DateTime SeenAt { get; init; }

    /// <summary>The fact that proves it.</summary>
    public required Guid FactId { get; init; }
}

internal sealed class StepSeenMapping : IEntityTypeConfiguration<StepSeen>
{
    public void Configure(EntityTypeBuilder<StepSeen> builder)
    {
        builder.ToTable("learning_steps_seen");
        builder.HasKey(s => new { s.ProgressId, s.Lesson, s.Step });
    }
}
