using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Packs;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Progress;

/// <summary>An answer in one attempt at a quiz, once and for good. Its key refuses a second answer to the same question.</summary>
internal sealed class AnswerGiven
{
    public required Guid AttemptId { get; init; }
    public required int Question { get; init; }
    public required Guid ProgressId { get; init; }
    public required string QuestionId { get; init; }

    /// <summary>As <see cref="Quizzes.AskedQuestion"/> keeps answers.</summary>
    public required string Answer { get; init; }

    public required bool Right { get; init; }
    public required DateTime AnsweredAt { get; init; }

    /// <summary>The fact that proves it.</summary>
    public required Guid FactId { get; init; }
}

internal sealed class AnswerGivenMapping : IEntityTypeConfiguration<AnswerGiven>
{
    public void Configure(EntityTypeBuilder<AnswerGiven> builder)
    {
        builder.ToTable("learning_answers");
        builder.HasKey(a => new { a.AttemptId, a.Question });
        builder.HasIndex(a => a.ProgressId);
        builder.Property(a => a.Answer).HasMaxLength(Quizzes.AskedQuestion.LongestAnswer);
        builder.Property(a => a.QuestionId).HasMaxLength(PackLimits.Title);
    }
}
