using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Chat.Takeover;

/// <summary>An answer that is given often, ready to be changed before it is sent.</summary>
internal sealed class ReadyAnswer
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string By { get; init; }
}

internal sealed class ReadyAnswerMapping : IEntityTypeConfiguration<ReadyAnswer>
{
    public void Configure(EntityTypeBuilder<ReadyAnswer> builder)
    {
        builder.ToTable("chat_ready_answers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Title).HasMaxLength(60);
        builder.Property(a => a.Text).HasMaxLength(1_000);
        builder.Property(a => a.By).HasMaxLength(256);
    }
}
