using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pulih.Market.Products;
using Pulih.Platform;
using Pulih.Platform.Storage;

namespace Pulih.Market.Feeds;

/// <summary>A feed as it was written: a compressed file, and what its content is known by.</summary>
internal sealed record KeptFeed(string File, string Tag, DateTime WrittenAt, int Items);

/// <summary>
/// Writes feeds when they are asked for: at most hourly, only when something changed, at once when something was taken
/// out of the public. An empty or failing source never takes the place of a good feed: platforms delete what an empty
/// file leaves out.
/// </summary>
internal sealed class KeepFeeds(IDbContextFactory<PulihDb> dbs, Settings settings, TimeProvider clock, ILogger<KeepFeeds> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    // How long something taken out may still be asked for: a minute is promised.
    private static readonly TimeSpan Unseen = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pulih-feeds-");

    /// <summary>The feed to be sent; null where there is none that may be.</summary>
    public async Task<KeptFeed?> Get(FeedScope scope, bool google, CancellationToken cancel)
    {
        var entry = entries.GetOrAdd($"{scope.Name}.{(google ? "xml" : "csv")}", _ => new());
        var now = clock.GetUtcNow().UtcDateTime;
        if (entry.Feed is { } fresh && now - entry.LookedAt < Unseen)
        {
            return fresh;
        }

        await entry.Turn.WaitAsync(cancel);
        try
        {
            now = clock.GetUtcNow().UtcDateTime;
            if (entry.Feed is null || now - entry.LookedAt >= Unseen)
            {
                await Refresh(entry, scope, google, now, cancel);
            }

            return entry.Feed;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private async Task Refresh(Entry entry, FeedScope scope, bool google, DateTime now, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var withdrawn = entry.Feed is { } old && await Withdrawn(db, scope, old.WrittenAt, cancel);
        if (!withdrawn && entry.Feed is { } kept && (now - kept.WrittenAt < Fresh || !await Changed(db, scope, kept.WrittenAt, cancel)))
        {
            entry.LookedAt = now;
            return;
        }

        try
        {
            var written = await Write(db, scope, google, now, cancel);
            if (written is not null || withdrawn)
            {
                Replace(entry, written);
            }
        }
        catch (Exception trouble) when (!cancel.IsCancellationRequested && entry.Feed is not null && !withdrawn)
        {
            log.LogError(trouble, "Feed {Scope} could not be written; the one before is sent on.", scope.Name);
        }

        entry.LookedAt = now;
    }

    private static Task<bool> Changed(PulihDb db, FeedScope scope, DateTime since, CancellationToken cancel) => Any(
        scope.Products(db).Where(p => p.ChangedAt >= since).AnyAsync(cancel), () => scope.Shops(db).Where(s => s.ChangedAt >= since).AnyAsync(cancel));

    private static Task<bool> Withdrawn(PulihDb db, FeedScope scope, DateTime since, CancellationToken cancel) => Any(
        scope.Products(db).Where(p => p.ChangedAt >= since && (p.State == ProductState.Withdrawn || p.State == ProductState.Deleted)).AnyAsync(cancel), () => scope.Shops(db).Where(s => s.ChangedAt >= since && !s.IsOpen).AnyAsync(cancel));

    private static async Task<bool> Any(Task<bool> first, Func<Task<bool>> second) => await first || await second();

    /// <summary>Writes the feed to a new file; null, and no file, where nothing is in it.</summary>
    private async Task<KeptFeed?> Write(PulihDb db, FeedScope scope, bool google, DateTime now, CancellationToken cancel)
    {
        var path = Path.Combine(folder.FullName, $"{Guid.CreateVersion7():N}.gz");
        using var hash = SHA256.Create();
        int items;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16, useAsync: true))
        await using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write))
        await using (var zip = new GZipStream(hashed, CompressionLevel.Fastest))
        {
            var rows = scope.Items(db).AsAsyncEnumerable();
            items = google ? await WriteFeed.Rss(zip, scope, rows, settings.PublicUrl, cancel) : await WriteFeed.Meta(zip, rows, settings.PublicUrl, cancel);
        }

        if (items == 0)
        {
            File.Delete(path);
            return null;
        }

        return new(path, Convert.ToHexStringLower(hash.Hash!)[..20], now, items);
    }

    private static void Replace(Entry entry, KeptFeed? feed)
    {
        // The one before may still be on its way to somebody; it is removed when the one after it comes.
        if (entry.Past is { } past)
        {
            File.Delete(past.File);
        }

        (entry.Past, entry.Feed) = (entry.Feed, feed);
    }

    /// <summary>Removes what was written: another start writes anew.</summary>
    public void Dispose() => folder.Delete(recursive: true);

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public KeptFeed? Feed { get; set; }
        public KeptFeed? Past { get; set; }
        public DateTime LookedAt { get; set; }
    }
}
