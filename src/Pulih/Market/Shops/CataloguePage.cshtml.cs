using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Market.Products;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Shops;

/// <summary>What trained businesses sell, for everybody: by province and line of business, found by the beginnings of words.</summary>
[AllowAnonymous]
internal sealed class CataloguePage(PulihDb db, IRegions regions, ISectors sectors, Assets assets) : PageModel
{
    private const int PageSize = 24;

    [BindProperty(SupportsGet = true, Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "provinsi")]
    public string? Province { get; set; }

    [BindProperty(SupportsGet = true, Name = "bidang")]
    public string? Sector { get; set; }

    [BindProperty(SupportsGet = true, Name = "dari")]
    public Guid? Before { get; set; }

    public IReadOnlyList<ShownProduct> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public IReadOnlyList<Province> Provinces => regions.Provinces;

    public IReadOnlyList<Sector> Sectors => sectors.All;

    public string StyleSheet => assets["shop.css"];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var products = db.Set<Product>().AsNoTracking().Where(p => p.State == ProductState.Approved);
        products = string.IsNullOrEmpty(Province) ? products : products.Where(p => p.Province == Province);
        products = string.IsNullOrEmpty(Sector) ? products : products.Where(p => p.Sector == Sector);
        foreach (var word in WordsOf.Texts(Search).Take(4))
        {
            var end = WordsOf.After(word);
            products = products.Where(p => db.Set<ProductWord>().Any(w => w.ProductId == p.Id && string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) <= 0));
        }

        var shown = from p in products join s in db.Set<Shop>().AsNoTracking() on p.BusinessId equals s.BusinessId where s.IsOpen select new ShownProduct { Product = p, Shop = s };
        List<ShownProduct> chosen = Before is null ? await shown.Where(s => s.Product.Featured).OrderByDescending(s => s.Product.Id).Take(PageSize).ToListAsync(cancel) : [];
        var others = shown.Where(s => !s.Product.Featured);
        others = Before is { } before ? others.Where(s => s.Product.Id < before) : others;
        var rest = await others.OrderByDescending(s => s.Product.Id).Take(PageSize + 1).ToListAsync(cancel);
        Next = rest.Count > PageSize ? rest[PageSize - 1].Product.Id : null;
        Rows = [.. chosen, .. rest.Take(PageSize)];
    }

    public string Place(Shop shop) => regions.Get(shop.RegionCode)?.Regency.Title ?? "";

    public string Address(Guid next)
    {
        var query = new QueryBuilder { { "dari", next.ToString() } };
        foreach (var (name, value) in new[] { ("cari", Search), ("provinsi", Province), ("bidang", Sector) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return "/shops" + query;
    }
}
