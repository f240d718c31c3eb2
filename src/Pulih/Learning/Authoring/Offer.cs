using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>A version that was put on offer in the browser, when and by whom; the newest of a course holds, before what the content folder has.</summary>
internal sealed class Offer
{
    public required Guid Id { get; init; }
    public required string CourseCode { get; init; }
    public required string CourseVersion { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
}

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("learning_offers");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.CourseCode).HasMaxLength(PackLimits.Title);
        builder.Property(o => o.CourseVersion).HasMaxLength(12);
        builder.Property(o => o.By).HasMaxLength(200);
        builder.HasIndex(o => new { o.CourseCode, o.Id });
    }
}
