using FakeMeta;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pulih.Chat.Inbox;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Sending.Outbox;

namespace Pulih;

/// <summary>
/// The real product on a port of its own with a database of its own, and FakeMeta as its provider over real HTTP. On
/// SQLite, or on the PostgreSQL of <c>PULIH_TEST_POSTGRES</c>; <c>./test</c> runs every test on both.
/// </summary>
public sealed class App : IAsyncDisposable
{
    private readonly WebApplication product;
    private readonly TestDatabase database;

    private App(WebApplication product, TestDatabase database, FakeMetaServer meta, string url) =>
        (this.product, this.database, Meta, Url, Http) = (product, database, meta, url, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(url) });

    public FakeMetaServer Meta { get; }

    public string Url { get; }

    /// <summary>A visitor without cookies who follows no redirect.</summary>
    public HttpClient Http { get; }

    public IServiceProvider Services => product.Services;

    /// <summary>Starts the product.</summary>
    /// <param name="clock">The clock of product and provider; the real one when null. Waiting in the product is always real.</param>
    /// <param name="adjust">Last word on the services.</param>
    /// <param name="meta">The provider's behaviour; Meta's own rules with quick statuses when null.</param>
    /// <param name="plant">Adds routes that the product does not have.</param>
    /// <param name="settings">More settings, such as <c>--Demo=true</c>.</param>
    public static async Task<App> Start(TimeProvider? clock = null, Action<WebApplicationBuilder>? adjust = null, FakeMetaOptions? meta = null, Action<WebApplication>? plant = null, params string[] settings)
    {
        var provider = await FakeMetaServer.Start(meta ?? new FakeMetaOptions { Clock = clock ?? TimeProvider.System, DeliveredAfter = TimeSpan.Zero });
        var store = await TestDatabase.Create();
        var built = Composition.Build(
            [
                "--environment=Development", "--Demo=false", "--Urls=http://127.0.0.1:0", "--PublicUrl=http://pulih.test", .. store.Settings,
                $"--Channels:WhatsApp:AppSecret={provider.AppSecret}", "--Channels:WhatsApp:VerifyToken=fake-verify-token", "--Channels:WhatsApp:AccessToken=fake-access-token",
                $"--Channels:WhatsApp:GraphUrl={provider.Url}", "--Channels:WhatsApp:Numbers:0:Id=100000000000001", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
                .. Page("Messenger:PageId", meta?.PageId), .. Page("Instagram:AccountId", meta?.InstagramId), .. settings,
            ],
            builder =>
            {
                if (clock is not null)
                {
                    builder.Services.Replace(ServiceDescriptor.Singleton(clock));
                }

                adjust?.Invoke(builder);
            });
        // The other two channels are on where the provider has a Page or account for them.
        string[] Page(string key, string? id) => id is null ? [] :
        [
            $"--Channels:{key}={id}", $"--Channels:{key.Split(':')[0]}:AppSecret={provider.AppSecret}", $"--Channels:{key.Split(':')[0]}:VerifyToken=fake-verify-token",
            $"--Channels:{key.Split(':')[0]}:AccessToken=fake-access-token", $"--Channels:{key.Split(':')[0]}:GraphUrl={provider.Url}",
        ];
        plant?.Invoke(built);
        await built.StartAsync();
        var url = built.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        provider.WebhookUrl = url + "/webhooks/whatsapp";
        return new App(built, store, provider, url);
    }

    /// <summary>A person's phone; the number becomes known to the provider.</summary>
    public Phone Phone(string number = "6281200000001", string name = "Siti (contoh)") => Meta.Phone(number, name);

    /// <summary>Asks the database something.</summary>
    public async Task<T> With<T>(Func<PulihDb, Task<T>> ask)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PulihDb>>().CreateDbContextAsync();
        return await ask(db);
    }

    /// <summary>Changes the database in one save.</summary>
    public Task Change(Action<PulihDb> change) => With(async db =>
    {
        change(db);
        return await db.SaveChangesAsync();
    });

    /// <summary>Waits until every message is answered, every event told and everything queued is sent; throws after the time is up.</summary>
    public async Task Quiet(TimeSpan? within = null)
    {
        var end = Environment.TickCount64 + (long)(within ?? TimeSpan.FromSeconds(60)).TotalMilliseconds;
        for (var still = 0; still < 2;)
        {
            var left = await With(async db => (
                Inbox: await db.Set<InboxMessage>().CountAsync(m => m.State == InboxState.Waiting),
                Events: await db.Set<StoredEvent>().CountAsync(),
                Outbox: await db.Set<OutboxMessage>().CountAsync(m => m.State == OutboxState.Queued || m.State == OutboxState.Attempting),
                Statuses: await db.Set<StatusReport>().CountAsync()));
            still = left == default ? still + 1 : 0;
            if (Environment.TickCount64 > end)
            {
                throw new TimeoutException($"Not quiet in time: {left}.");
            }

            await Task.Delay(40);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await product.StopAsync();
        await product.DisposeAsync();
        await Meta.DisposeAsync();
        await database.DisposeAsync();
    }
}
