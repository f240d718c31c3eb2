using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Market.Shops;

/// <summary>How often buyers tapped to order a product on a day (WIB). Nothing of the buyer is kept.</summary>
internal sealed class Enquiry
{
    public Guid ProductId { get; init; }
    public DateOnly Day { get; init; }
    public Guid BusinessId { get; init; }
    public int Count { get; set; }

    /// <summary>Counts one more, whoever else counts at the same moment.</summary>
    public static async Task Add(PulihDb db, Guid product, Guid business, DateOnly day, CancellationToken cancel)
    {
        try
        {
            await Once(db, product, business, day, cancel);
        }
        catch (Exception conflict) when (Troubles.IsConflict(conflict))
        {
            db.ChangeTracker.Clear(); // Another was the day's first; now there is a row to count on.
            await Once(db, product, business, day, cancel);
        }
    }

    private static async Task Once(PulihDb db, Guid product, Guid business, DateOnly day, CancellationToken cancel)
    {
        await using var write = await Write.Begin(db, cancel);
        if (await db.Set<Enquiry>().Where(e => e.ProductId == product && e.Day == day).ExecuteUpdateAsync(set => set.SetProperty(e => e.Count, e => e.Count + 1), cancel) == 0)
        {
            db.Add(new Enquiry { ProductId = product, Day = day, BusinessId = business, Count = 1 });
            await db.SaveChangesAsync(cancel);
        }

        await write.Commit(cancel);
    }
}

internal sealed class EnquiryMapping : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> builder)
    {
        builder.ToTable("market_enquiries");
        builder.HasKey(e => new { e.ProductId, e.Day });
        builder.HasIndex(e => new { e.BusinessId, e.Day });
    }
}
