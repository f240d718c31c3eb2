using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Learning;
using Pulih.Market.Feeds;
using Pulih.Market.Products;
using Pulih.Market.Shops;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using SkiaSharp;

namespace Pulih.Market;

/// <summary>The product with one programme, enrolled owners, and their shops.</summary>
internal sealed class MarketWorld : IAsyncDisposable
{
    private int numbers;

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public App App { get; private set; } = null!;

    public static async Task<MarketWorld> Start()
    {
        var world = new MarketWorld();
        world.App = await App.Start(world.Clock, meta: new FakeMetaOptions { Clock = world.Clock, DeliveredAfter = TimeSpan.Zero, PerSecond = 1_000 }, settings: "--Channels:WhatsApp:Numbers:0:PerSecond=1000");
        await world.App.OpenCohort("jualan-lewat-whatsapp", "pasar");
        return world;
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>An enrolled owner with a phone.</summary>
    public async Task<(PersonInfo Owner, EnrolmentInfo Enrolment, string Number)> Owner(string business = "Warung Contoh", string region = "35.06.15")
    {
        var number = $"62813{++numbers:D8}";
        PersonInfo? owner = null;
        EnrolmentInfo? enrolment = null;
        var cohort = (await Get<IProgrammes>().Map(default)).Find("pasar")!.Cohorts[0];
        await App.Change(db =>
        {
            var people = Get<IPeople>();
            owner = people.Register(db, new(Ids.Next(Clock), "Orang Contoh", null, "+" + number, "whatsapp", number, region, "id"));
            owner = people.AddBusiness(db, owner, new(business, "kue", "makanan_olahan", "10794", region));
            enrolment = Get<Enrol>().Into(db, owner, owner.Businesses[0].Id, new(cohort, cohort.PartnerId, "poster", null));
        });
        return (owner!, enrolment!, number);
    }

    /// <summary>A shop with approved products, as its owner and a curator left it.</summary>
    public async Task<(Shop Shop, IReadOnlyList<Product> Products)> Shop(int products = 1, string name = "Keripik singkong", long price = 15_000, bool approved = true, string region = "35.06.15", bool open = true)
    {
        var (owner, enrolment, _) = await Owner(region: region);
        var known = new ProductKnown(owner, enrolment, [], Guid.Empty, Shops.Shop.NewTail()) { Consents = Consents.None.With(ConsentPurpose.ShowShop, open) };
        await App.Change(db =>
        {
            var now = Clock.GetUtcNow().UtcDateTime;
            for (var i = 0; i < products; i++)
            {
                var product = Get<KeepProducts>().Begin(db, known, Ids.Next(Clock));
                product.Rename(ProductName.Of(name), now);
                product.Describe(ProductDescription.Of("Dibuat sendiri, bungkus 200 gram."), now);
                product.Reprice(ProductPrice.Of($"{price}"), now);
                var photo = new ProductPhoto { ProductId = product.Id };
                photo.Arrive(LightPhoto.Of(Photo(700, 600))!);
                db.Add(photo);
                product.TakePhoto(PhotoState.Good, now);
                if (approved)
                {
                    product.Approve(now);
                }
            }

            known.Shop!.ShowNumber(true, now);
        });
        return (known.Shop!, known.Products);
    }

    /// <summary>Changes a stored product.</summary>
    public Task Change(Guid product, Action<Product, DateTime> change) => App.Change(db => change(db.Set<Product>().Single(p => p.Id == product), Clock.GetUtcNow().UtcDateTime));

    public static byte[] Photo(int width, int height, SKColor? colour = null)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(colour ?? SKColors.SaddleBrown);
        using var paint = new SKPaint { Color = SKColors.Orange };
        surface.Canvas.DrawCircle(width / 2f, height / 2f, Math.Min(width, height) / 3f, paint);
        using var image = surface.Snapshot();
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        return jpeg.ToArray();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
