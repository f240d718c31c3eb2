using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Chat.Takeover;

/// <summary>What a helper wrote down about a conversation for colleagues.</summary>
internal sealed class Note
{
    public required Guid Id { get; init; }
    public required Guid ConversationId { get; init; }
    public required string By { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class NoteMapping : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("chat_notes");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.By).HasMaxLength(256);
        builder.Property(n => n.Text).HasMaxLength(1_000);
        builder.HasIndex(n => new { n.ConversationId, n.Id });
    }
}
