using Microsoft.EntityFrameworkCore;
using Pulih.Market.Products;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Market.Curation;

/// <summary>A product's photo for who decides about it, whatever the public may see.</summary>
internal static class CurationPhoto
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(CurationPage.Address + "/{id}/{number}.jpg", async (string id, PulihDb db, CancellationToken cancel) =>
            Guid.TryParseExact(id, "N", out var product) && await db.Set<ProductPhoto>().Where(p => p.ProductId == product).Select(p => p.Small).SingleOrDefaultAsync(cancel) is { } jpeg
                ? Results.File(jpeg, "image/jpeg")
                : Results.NotFound()).RequireAuthorization(Policies.Catalogue);
}
