using Pulih.Market.Products;
using Pulih.Market.Shops;
using Pulih.Participation.Contracts;
using Pulih.Platform.Demo;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;
using SkiaSharp;

namespace Pulih.Market.Demo;

/// <summary>The demo's shops: a few dozen made-up products with drawn pictures, most of them approved.</summary>
internal sealed class SeedMarket(IRegions regions, IConsent consents) : ISeedDemo
{
    private const int Shops = 24;
    private static readonly (string Name, string About, long Price)[] Goods =
    [
        ("Keripik singkong balado", "Keripik singkong pedas manis, bungkus 200 gram, tahan satu bulan.", 15_000), ("Kue kering nastar", "Nastar isi nanas, satu toples 500 gram.", 65_000),
        ("Tas anyaman pandan", "Tas belanja dari pandan, kuat untuk lima kilogram.", 85_000), ("Kopi bubuk robusta", "Kopi robusta giling halus, bungkus 250 gram.", 35_000),
        ("Sambal botol", "Sambal bawang dalam botol kaca 150 mililiter.", 25_000), ("Batik cap ukuran dewasa", "Kemeja batik cap, ukuran M sampai XL.", 145_000),
    ];

    // One picture for each kind of goods: drawing them is most of the work.
    private readonly Dictionary<string, LightPhoto> pictures = new(StringComparer.Ordinal);

    public int Order => 46;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var owners = world.Made<PersonInfo>().ToDictionary(o => o.Id);
        var keep = new KeepProducts(regions, new DemoMoment(world.Now.AddHours(-3)));
        foreach (var enrolment in world.Made<EnrolmentInfo>().DistinctBy(e => e.PersonId).Take(Shops))
        {
            var owner = owners[enrolment.PersonId];
            consents.Record(db, owner.Id, ConsentPurpose.ShowShop, given: true, "2026-11", "whatsapp");
            var known = new ProductKnown(owner, enrolment, [], Guid.Empty, Shop.NewTail()) { Consents = Consents.None.With(ConsentPurpose.ShowShop, true) };
            for (var i = 0; i <= world.Chance.Next(3); i++)
            {
                Make(db, world, keep, known, Goods[world.Chance.Next(Goods.Length)]);
            }

            known.Shop!.ShowNumber(world.Chance.Next(4) > 0, world.Now.AddHours(-3));
        }

        return Task.CompletedTask;
    }

    private void Make(PulihDb db, DemoWorld world, KeepProducts keep, ProductKnown known, (string Name, string About, long Price) good)
    {
        var at = world.Now.AddHours(-2);
        var product = keep.Begin(db, known, Ids.Next(new DemoMoment(at)));
        product.Rename(ProductName.Of(good.Name), at);
        product.Describe(ProductDescription.Of(good.About), at);
        product.Reprice(ProductPrice.Of(good.Price.ToString(System.Globalization.CultureInfo.InvariantCulture)), at);
        var photo = new ProductPhoto { ProductId = product.Id };
        if (!pictures.TryGetValue(good.Name, out var picture))
        {
            pictures[good.Name] = picture = LightPhoto.Of(Drawn(good.Name, world.Chance))!;
        }

        photo.Arrive(picture);
        db.Add(photo);
        product.TakePhoto(PhotoState.Good, at);
        product.Offer(world.Chance.Next(6) > 0, at);
        if (world.Chance.Next(4) > 0)
        {
            product.Approve(at);
            db.AddRange(Platform.Language.WordsOf.Texts(product.Name).Select(w => new ProductWord { Word = w, ProductId = product.Id }));
        }
    }

    // A picture that nobody takes for a photo: circles on a coloured ground.
    private static byte[] Drawn(string name, Random chance)
    {
        using var surface = SKSurface.Create(new SKImageInfo(640, 640, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var hue = name.Sum(c => c) % 360;
        surface.Canvas.Clear(SKColor.FromHsl(hue, 45, 82));
        using var paint = new SKPaint { IsAntialias = true, Color = SKColor.FromHsl((hue + 30) % 360, 60, 55) };
        for (var i = 0; i < 7; i++)
        {
            surface.Canvas.DrawCircle(120 + (chance.Next(5) * 100), 140 + (chance.Next(5) * 90), 40 + chance.Next(60), paint);
        }

        using var image = surface.Snapshot();
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 85);
        return jpeg.ToArray();
    }
}
