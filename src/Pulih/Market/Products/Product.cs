using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Market.Products;

/// <summary>Where a product stands between its owner and the public.</summary>
internal enum ProductState
{
    /// <summary>Something is still missing.</summary>
    Draft = 0,

    /// <summary>Complete and on the owner's own page; a curator looks at it before it goes into catalogue and feeds.</summary>
    Waiting = 1,
    Approved = 2,

    /// <summary>Taken out by a curator, with a reason the owner was told.</summary>
    Withdrawn = 3,

    /// <summary>Taken out by its owner.</summary>
    Deleted = 4,
}

internal enum PhotoState
{
    None = 0,

    /// <summary>Still with the provider.</summary>
    Coming = 1,
    Good = 2,

    /// <summary>Shown, but too small for the platforms' catalogues.</summary>
    Small = 3,

    /// <summary>No photo that can be read.</summary>
    Lost = 4,
}

/// <summary>What keeps a product from being offered.</summary>
[Flags]
internal enum Lacks
{
    Nothing = 0, Photo = 1, LargerPhoto = 2, Name = 4, Price = 8, Description = 16,
}

/// <summary>Something a business sells, as its owner made it: photo, name, price, description, and whether there is any.</summary>
internal sealed class Product
{
    public Guid Id { get; private init; }
    public Guid BusinessId { get; private init; }
    public Guid PersonId { get; private init; }
    public Guid ProgrammeId { get; private init; }

    /// <summary>Of the business, for catalogue and feeds: two digits, and the sector's key.</summary>
    public string Province { get; private init; } = "";

    /// <inheritdoc cref="Province"/>
    public string Sector { get; private init; } = "";

    public string? Name { get; private set; }

    /// <summary>Whole rupiah, above zero.</summary>
    public long? Price { get; private set; }

    public string? Description { get; private set; }
    public bool Available { get; private set; } = true;
    public ProductState State { get; private set; }
    public PhotoState Photo { get; private set; }

    /// <summary>Raised with every new photo, so that its address changes.</summary>
    public int PhotoNumber { get; private set; }

    /// <summary>Chosen by a curator to stand first in the catalogue.</summary>
    public bool Featured { get; private set; }

    /// <summary>Why a curator took it out.</summary>
    public string? Reason { get; private set; }

    /// <summary>How many strangers have reported it since a curator looked.</summary>
    public int Reports { get; private set; }

    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }

    public Lacks Missing =>
        (Photo is PhotoState.None or PhotoState.Coming or PhotoState.Lost ? Lacks.Photo : Photo == PhotoState.Small ? Lacks.LargerPhoto : Lacks.Nothing)
        | (Name is null ? Lacks.Name : Lacks.Nothing) | (Price is null ? Lacks.Price : Lacks.Nothing) | (Description is null ? Lacks.Description : Lacks.Nothing);

    /// <summary>On the owner's own page, where that is open.</summary>
    public bool IsShown => State is ProductState.Waiting or ProductState.Approved;

    public static Product Of(Guid id, Guid business, Guid person, Guid programme, string province, string sector, DateTime now) => new()
    {
        Id = id, BusinessId = business, PersonId = person, ProgrammeId = programme, Province = province, Sector = sector, ChangedAt = now,
    };

    public void Rename(ProductName name, DateTime now) => Change(now, looked: false, () => Name = name.Text);

    public void Describe(ProductDescription description, DateTime now) => Change(now, looked: false, () => Description = description.Text);

    public void Reprice(ProductPrice price, DateTime now) => Change(now, looked: true, () => Price = price.Rupiah);

    public void Offer(bool available, DateTime now) => Change(now, looked: true, () => Available = available);

    public void TakePhoto(PhotoState state, DateTime now) => Change(now, looked: false, () =>
    {
        Photo = state;
        PhotoNumber += state is PhotoState.Good or PhotoState.Small ? 1 : 0;
    });

    public void Approve(DateTime now) => Decide(ProductState.Approved, null, now);

    /// <summary>Throws without a reason: the owner is told it.</summary>
    public void Withdraw(string reason, DateTime now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Decide(ProductState.Withdrawn, reason.Trim(), now);
    }

    public void Feature(bool featured, DateTime now) => (Featured, ChangedAt, Version) = (featured, now, Version + 1);

    public void Report() => (Reports, Version) = (Reports + 1, Version + 1);

    public void Delete(DateTime now) => Decide(ProductState.Deleted, null, now);

    // What a curator has looked at stays approved when only price or stock changes.
    private void Change(DateTime now, bool looked, Action change)
    {
        if (State == ProductState.Deleted)
        {
            return; // A late tap.
        }

        change();
        (ChangedAt, Version) = (now, Version + 1);
        var complete = (Missing & ~Lacks.LargerPhoto) == Lacks.Nothing;
        State = !complete ? ProductState.Draft
            : State is ProductState.Approved or ProductState.Withdrawn && looked ? State
            : ProductState.Waiting;
    }

    private void Decide(ProductState state, string? reason, DateTime now) =>
        (State, Reason, Reports, Featured, ChangedAt, Version) = (state, reason, 0, Featured && state == ProductState.Approved, now, Version + 1);
}

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("market_products");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Province).HasMaxLength(2);
        builder.Property(p => p.Sector).HasMaxLength(40);
        builder.Property(p => p.Name).HasMaxLength(ProductName.Longest);
        builder.Property(p => p.Description).HasMaxLength(ProductDescription.Longest);
        builder.Property(p => p.Reason).HasMaxLength(500);
        builder.Property(p => p.State).HasConversion<short>();
        builder.Property(p => p.Photo).HasConversion<short>();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Missing).Ignore(p => p.IsShown);
        builder.HasIndex(p => p.PersonId);
        builder.HasIndex(p => p.BusinessId);
        builder.HasIndex(p => new { p.State, p.Id });
        builder.HasIndex(p => new { p.ProgrammeId, p.Id });
        builder.HasIndex(p => new { p.Province, p.Sector, p.Id });
        builder.HasIndex(p => p.ChangedAt);
    }
}

/// <summary>A word a product in the catalogue is found by.</summary>
internal sealed class ProductWord
{
    public required string Word { get; init; }
    public required Guid ProductId { get; init; }
}

internal sealed class ProductWordMapping : IEntityTypeConfiguration<ProductWord>
{
    public void Configure(EntityTypeBuilder<ProductWord> builder)
    {
        builder.ToTable("market_product_words");
        builder.HasKey(w => new { w.Word, w.ProductId });
        builder.Property(w => w.Word).HasMaxLength(Platform.Language.WordsOf.Longest);
        builder.HasIndex(w => w.ProductId);
    }
}
