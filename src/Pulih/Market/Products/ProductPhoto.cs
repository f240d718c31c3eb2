using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Chat.Contracts;

namespace Pulih.Market.Products;

/// <summary>A product's photo: square, drawn anew from what was sent, so that nothing else of the file is left. Or the provider's id of one that is still to be got.</summary>
internal sealed class ProductPhoto
{
    public Guid ProductId { get; init; }

    /// <summary>JPEG, at most 100 KB.</summary>
    public byte[]? Large { get; private set; }

    /// <summary>JPEG for lists, about a tenth of that.</summary>
    public byte[]? Small { get; private set; }

    public string? Channel { get; private set; }
    public string? File { get; private set; }
    public int Tries { get; private set; }
    public DateTime? TryAt { get; private set; }

    public void Expect(string channel, string file, DateTime now) => (Channel, File, Tries, TryAt) = (channel, file, 0, now);

    public void Arrive(LightPhoto photo) => (Large, Small, Channel, File, TryAt) = (photo.Large, photo.Small, null, null, null);

    public void GiveUp() => (Channel, File, TryAt) = (null, null, null);

    /// <summary>Is tried again; see <see cref="FetchAgain"/>.</summary>
    public void TryLater(DateTime now) => TryAt = FetchAgain.At(now, Tries++);
}

internal sealed class ProductPhotoMapping : IEntityTypeConfiguration<ProductPhoto>
{
    public void Configure(EntityTypeBuilder<ProductPhoto> builder)
    {
        builder.ToTable("market_photos");
        builder.HasKey(p => p.ProductId);
        builder.Property(p => p.ProductId).ValueGeneratedNever();
        builder.Property(p => p.Channel).HasMaxLength(12);
        builder.Property(p => p.File).HasMaxLength(256);
        builder.HasIndex(p => p.TryAt).HasFilter("\"TryAt\" IS NOT NULL").HasDatabaseName("ix_market_photos_coming");
    }
}
