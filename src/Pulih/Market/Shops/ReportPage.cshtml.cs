using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Market.Products;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Market.Shops;

/// <summary>How often strangers may report products.</summary>
internal sealed class ReportLimit() : VisitLimit(perAddress: 10, inAll: 2_000, TimeSpan.FromMinutes(10));

/// <summary>Where anybody tells that a product is not as it should be; a curator looks at it.</summary>
[AllowAnonymous]
internal sealed class ReportPage(PulihDb db, ReportLimit limit) : PageModel
{
    public Product Product { get; private set; } = null!;

    public string Slug { get; private set; } = "";

    public bool Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string id, CancellationToken cancel) => await Find(slug, id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, string id, CancellationToken cancel)
    {
        if (!limit.Allows(HttpContext))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var found = await db.Repeat(async () =>
        {
            if (await Find(slug, id, cancel))
            {
                Product.Report();
                return Sent = true;
            }

            return false;
        }, cancel);
        return found ? Page() : NotFound();
    }

    private async Task<bool> Find(string slug, string id, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(id, "N", out var product) || await db.Set<Product>().SingleOrDefaultAsync(
            p => p.Id == product && (p.State == ProductState.Waiting || p.State == ProductState.Approved) && db.Set<Shop>().Any(s => s.BusinessId == p.BusinessId && s.Slug == slug && s.IsOpen), cancel) is not { } found)
        {
            return false;
        }

        (Product, Slug) = (found, slug);
        return true;
    }
}
