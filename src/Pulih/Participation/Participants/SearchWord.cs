using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Participants;

/// <summary>A word a participant is found by; the key on it answers searches by the beginning of a word.</summary>
internal sealed class SearchWord
{
    public required string Word { get; init; }

    public required Guid EnrolmentId { get; init; }
}

internal sealed class SearchWordMapping : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("participation_search_words");
        builder.HasKey(w => new { w.Word, w.EnrolmentId });
        builder.Property(w => w.Word).HasMaxLength(Platform.Language.WordsOf.Longest);
        builder.HasIndex(w => w.EnrolmentId);
    }
}
