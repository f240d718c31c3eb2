using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Shops;

/// <summary>A business's selling page: its address, and what its owner lets the public see.</summary>
internal sealed class Shop
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int TailLength = 4;

    public Guid BusinessId { get; private init; }
    public Guid PersonId { get; private init; }
    public Guid ProgrammeId { get; private init; }

    /// <summary>The address's last part; it is on posters, so it never changes.</summary>
    public string Slug { get; private init; } = "";

    public string Name { get; private set; } = "";
    public string RegionCode { get; private set; } = "";
    public string Province { get; private init; } = "";

    /// <summary>The owner allowed it to be shown.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The owner lets buyers write to their own number.</summary>
    public bool ShowsNumber { get; private set; }

    public DateTime OpenedAt { get; private init; }

    /// <summary>When it was last opened, closed or changed in what it shows.</summary>
    public DateTime ChangedAt { get; private set; }

    public int Version { get; private set; }

    public static Shop Of(BusinessInfo business, Guid person, Guid programme, string province, string tail, DateTime now) => new()
    {
        BusinessId = business.Id, PersonId = person, ProgrammeId = programme, Slug = $"{SlugOf(business.Name)}-{tail}", Name = business.Name, RegionCode = business.RegionCode, Province = province, OpenedAt = now, ChangedAt = now,
    };

    /// <summary>What follows the name in the address, so that two businesses of one name differ and nobody guesses the next.</summary>
    public static string NewTail() => RandomNumberGenerator.GetString(Letters, TailLength);

    public void Show(bool open, DateTime now) => (IsOpen, ChangedAt, Version) = (open, now, Version + 1);

    public void ShowNumber(bool shown, DateTime now) => (ShowsNumber, ChangedAt, Version) = (shown, now, Version + 1);

    public void Follow(BusinessInfo business, DateTime now) => (Name, RegionCode, ChangedAt, Version) = (business.Name, business.RegionCode, now, Version + 1);

    public string Link(string publicUrl) => $"{publicUrl}/shops/{Slug}";

    private static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-' && (char.IsWhiteSpace(c) || char.IsPunctuation(c)))
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "usaha" : text.Length > 40 ? text[..40].TrimEnd('-') : text;
    }
}

internal sealed class ShopMapping : IEntityTypeConfiguration<Shop>
{
    public void Configure(EntityTypeBuilder<Shop> builder)
    {
        builder.ToTable("market_shops");
        builder.HasKey(s => s.BusinessId);
        builder.Property(s => s.BusinessId).ValueGeneratedNever();
        builder.Property(s => s.Slug).HasMaxLength(60);
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.RegionCode).HasMaxLength(13);
        builder.Property(s => s.Province).HasMaxLength(2);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.HasIndex(s => s.PersonId);
        builder.HasIndex(s => s.ChangedAt);
    }
}
