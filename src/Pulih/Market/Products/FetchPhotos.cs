using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Market.Products;

/// <summary>Gets the photos owners sent while the provider still has them, and tells the owner when one cannot be used.</summary>
internal sealed class FetchPhotos(IDbContextFactory<PulihDb> dbs, IFetchFiles files, ISpeak speak, IOutbox outbox, IStringLocalizer<Texts> text, TimeProvider clock) : IJob
{
    // Meta takes pictures of at most 5 MB.
    private const int MostBytes = 5 << 20;
    private const int AtOnce = 4;

    public string Name => "market.fetch-photos";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public async Task<bool> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<ProductPhoto>().Where(p => p.TryAt <= now).OrderBy(p => p.TryAt).Take(AtOnce).ToListAsync(cancel);
        if (due.Count == 0)
        {
            return false;
        }

        var ids = due.ConvertAll(p => p.ProductId);
        var products = await db.Set<Product>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var states = await Task.WhenAll(due.Select(photo => Fetch(photo, now, cancel)));
        var told = new List<(Guid, Say)>();
        foreach (var (photo, state) in due.Zip(states))
        {
            if (state is { } known && products.TryGetValue(photo.ProductId, out var product))
            {
                if (known != PhotoState.Lost || product.Photo == PhotoState.Coming)
                {
                    product.TakePhoto(known, now); // One that cannot be read leaves the photo that is there.
                }

                if (known != PhotoState.Good)
                {
                    told.Add((product.PersonId, Cultures.First(() => new Say(text[known == PhotoState.Small ? "photo.small" : "photo.lost", product.Name ?? text["product.unnamed"]])
                    {
                        Choices = [new(text["product.photo"], ProductTap.Write(ProductAct.EditPhoto, product.Id))],
                    })));
                }
            }
        }

        await speak.To(db, Purpose.Human, told, cancel, ProductDialogue.Me);
        await db.SaveChangesAsync(cancel);
        outbox.Wake();
        return due.Count == AtOnce;
    }

    /// <summary>What became of it; null where it is tried again.</summary>
    private async Task<PhotoState?> Fetch(ProductPhoto photo, DateTime now, CancellationToken cancel)
    {
        var fetched = await files.Fetch(photo.Channel!, photo.File!, MostBytes, cancel);
        if (fetched.Bytes is { } bytes && LightPhoto.Of(bytes) is { } light)
        {
            photo.Arrive(light);
            return light.Side < LightPhoto.LeastSide ? PhotoState.Small : PhotoState.Good;
        }

        if (fetched.Gone || fetched.Bytes is not null)
        {
            photo.GiveUp();
            return PhotoState.Lost;
        }

        photo.TryLater(now);
        return null;
    }
}
