using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Chat.Linking;

/// <summary>A word a person was given in one channel; whoever writes it in another is the same person.</summary>
internal sealed class LinkCode
{
    public required string Code { get; init; }
    public required Guid ConversationId { get; init; }
    public required DateTime Until { get; init; }
}

internal sealed class LinkCodeMapping : IEntityTypeConfiguration<LinkCode>
{
    public void Configure(EntityTypeBuilder<LinkCode> builder)
    {
        builder.ToTable("chat_link_codes");
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(8);
        builder.HasIndex(c => c.Until);
    }
}
