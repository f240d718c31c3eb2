using Microsoft.EntityFrameworkCore;
using Pulih.Market.Products;
using Pulih.Market.Shops;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Feeds;

/// <summary>What a feed is of: a programme by its code, a province as <c>province-32</c>, or one shop by its address.</summary>
internal sealed record FeedScope(string Name, string Title, Guid? Programme, string? Province, Guid? Business)
{
    private const string ProvincePrefix = "province-";

    /// <summary>Null where there is no such scope, and for a shop that is not open.</summary>
    public static async Task<FeedScope?> Find(string name, PulihDb db, IProgrammes programmes, IRegions regions, CancellationToken cancel)
    {
        if (name.StartsWith(ProvincePrefix, StringComparison.Ordinal))
        {
            return regions.Provinces.FirstOrDefault(p => p.Code == name[ProvincePrefix.Length..]) is { } province ? new(name, province.Name, null, province.Code, null) : null;
        }

        if ((await programmes.Map(cancel)).Find(name) is { } programme)
        {
            return new(programme.Code, programme.Name, programme.Id, null, null);
        }

        return await db.Set<Shop>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == name && s.IsOpen, cancel) is { } shop ? new(shop.Slug, shop.Name, null, null, shop.BusinessId) : null;
    }

    public IQueryable<Product> Products(PulihDb db)
    {
        var products = db.Set<Product>().AsNoTracking();
        return Programme is { } programme ? products.Where(p => p.ProgrammeId == programme)
            : Province is { } province ? products.Where(p => p.Province == province)
            : products.Where(p => p.BusinessId == Business);
    }

    public IQueryable<Shop> Shops(PulihDb db)
    {
        var shops = db.Set<Shop>().AsNoTracking();
        return Programme is { } programme ? shops.Where(s => s.ProgrammeId == programme)
            : Province is { } province ? shops.Where(s => s.Province == province)
            : shops.Where(s => s.BusinessId == Business);
    }

    /// <summary>What the platforms get: approved by a curator, complete, and shown by its owner. In the order of ids, read as it is consumed.</summary>
    public IQueryable<ShownProduct> Items(PulihDb db) =>
        from p in Products(db)
        join s in db.Set<Shop>().AsNoTracking() on p.BusinessId equals s.BusinessId
        where s.IsOpen && p.State == ProductState.Approved && p.Photo == PhotoState.Good
        orderby p.Id
        select new ShownProduct { Product = p, Shop = s };
}
