using Pulih.Market.Shops;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Products;

/// <summary>Carries out what an owner decided about products, by chat or page.</summary>
internal sealed class KeepProducts(IRegions regions, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a product with the photo that was sent; the first one opens the shop it will stand in.</summary>
    public void New(PulihDb db, ProductKnown known, NewProduct made)
    {
        var product = Begin(db, known, made.Product);
        Expect(db, known, product, made.Channel, made.File);
    }

    /// <summary>Begins a product, and its shop where there is none.</summary>
    public Product Begin(PulihDb db, ProductKnown known, Guid id)
    {
        var business = known.Business!;
        var province = regions.Get(business.RegionCode)?.Province.Code ?? "";
        if (known.Shop is null)
        {
            known.Shop = Shop.Of(business, known.Person!.Id, known.Enrolment!.ProgrammeId, province, known.Tail, Now);
            known.Shop.Show(known.Consents.Allows(Privacy.Contracts.ConsentPurpose.ShowShop), Now);
            db.Add(known.Shop);
        }

        var product = Product.Of(id, business.Id, known.Person!.Id, known.Enrolment!.ProgrammeId, province, business.SectorKey, Now);
        db.Add(product);
        known.Products.Add(product);
        db.Attest("market.product-made", product.BusinessId, new { product = product.Id, programme = product.ProgrammeId, province, sector = product.Sector }, clock);
        return product;
    }

    public void Change(PulihDb db, ProductKnown known, ProductDeed deed)
    {
        if (known.Find(deed.Product) is not { } product)
        {
            return; // It was taken out meanwhile.
        }

        switch (deed)
        {
            case SendPhoto photo: Expect(db, known, product, photo.Channel, photo.File); break;
            case GiveName given: product.Rename(given.Name, Now); break;
            case GivePrice given: product.Reprice(given.Price, Now); break;
            case GiveDescription given: product.Describe(given.Description, Now); break;
            case GiveAvailable given: product.Offer(given.Available, Now); break;
            case DeleteProduct: product.Delete(Now); break;
            default: throw new InvalidOperationException($"Products know no deed {deed.GetType().Name}.");
        }
    }

    public void Show(Shop? shop, bool shown) => shop?.Show(shown, Now);

    public void ShowNumber(Shop? shop, bool shown) => shop?.ShowNumber(shown, Now);

    private void Expect(PulihDb db, ProductKnown known, Product product, string channel, string file)
    {
        if (!known.Photos.TryGetValue(product.Id, out var photo))
        {
            // A photo that is here was not loaded: only what is expected is written beside it.
            photo = new ProductPhoto { ProductId = product.Id };
            known.Photos[product.Id] = photo = product.Photo is PhotoState.Good or PhotoState.Small ? db.Attach(photo).Entity : db.Add(photo).Entity;
        }

        photo.Expect(channel, file, Now);
        if (product.Photo is PhotoState.None or PhotoState.Lost)
        {
            product.TakePhoto(PhotoState.Coming, Now); // An older photo is shown until the new one is here.
        }
    }
}
