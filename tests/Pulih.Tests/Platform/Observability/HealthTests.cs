using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Pulih.Platform.Observability;

public sealed class HealthTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Ready_tells_schema_and_backlog_after_a_durable_write()
    {
        // A machine that is busy with other tests may be slower than readiness allows, and then rightly says so.
        await Eventually.Holds(async () => (await app.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        using var answer = await app.Http.GetAsync("/health/ready");
        var told = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        told["ready"]!.GetValue<bool>().ShouldBeTrue();
        told["schema"]!.GetValue<string>().ShouldEndWith("_Initial");
        told["pendingMigrations"]!.GetValue<int>().ShouldBe(0);
        told["backlog"]!["inbox"]!.GetValue<int>().ShouldBe(0);
        told["backlog"]!.AsObject().Select(b => b.Key).ShouldBe(["events", "inbox", "outbox", "parked", "unsealedFacts", "unsettled"], ignoreOrder: true);
        (await app.With(db => db.Set<MachineMark>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_writable_database_it_is_alive_but_not_ready_and_says_so_within_three_seconds()
    {
        (await app.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await app.With(async db =>
        {
            // On SQLite the transaction itself holds the only write lock there is.
            await using var hold = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(db.OneWriter ? "UPDATE platform_marks SET \"At\" = \"At\"" : "LOCK TABLE platform_marks IN ACCESS EXCLUSIVE MODE");
            await Task.Delay(1_100);

            var asked = Stopwatch.GetTimestamp();
            var answers = await Task.WhenAll(app.Http.GetAsync("/health/ready"), app.Http.GetAsync("/health/ready"));
            answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.ServiceUnavailable);
            Stopwatch.GetElapsedTime(asked).TotalSeconds.ShouldBeInRange(1.5, 20); // Three seconds on a machine that is not held up by other tests; without the limit it would wait for the lock for good.

            asked = Stopwatch.GetTimestamp();
            (await app.Http.GetStringAsync("/health/live")).ShouldBe("alive");
            Stopwatch.GetElapsedTime(asked).TotalSeconds.ShouldBeLessThan(10);
            return true;
        });

        for (var i = 0; i < 100 && (await app.Http.GetAsync("/health/ready")).StatusCode != HttpStatusCode.OK; i++)
        {
            await Task.Delay(100);
        }

        (await app.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
