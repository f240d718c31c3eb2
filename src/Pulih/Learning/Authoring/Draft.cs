using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>A course in the making: the files of a pack, which may still have faults. There is one a course.</summary>
internal sealed class Draft
{
    private const int MostLetters = 200;

    public required string CourseCode { get; init; }

    /// <summary>The pack as a zip.</summary>
    public byte[] Zip { get; private set; } = [];

    public string Title { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }
    public string ChangedBy { get; private set; } = "";

    /// <summary>Two authors cannot both win.</summary>
    public int Version { get; private set; }

    /// <summary>Keeps these files in place of those before.</summary>
    public void Hold(PackFiles files, string by, TimeProvider clock)
    {
        var title = files.Title;
        (Zip, Title) = (files.Source().ToZip(), title.Length > MostLetters ? title[..MostLetters] : title);
        (ChangedAt, ChangedBy) = (clock.GetUtcNow().UtcDateTime, by);
        Version++;
    }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("learning_drafts");
        builder.HasKey(d => d.CourseCode);
        builder.Property(d => d.CourseCode).HasMaxLength(PackLimits.Title);
        builder.Property(d => d.Title).HasMaxLength(200);
        builder.Property(d => d.ChangedBy).HasMaxLength(200);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}
