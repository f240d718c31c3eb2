using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Turns;
using Pulih.Platform.Commands;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Cost;

public sealed class MoneyTests
{
    /// <summary>What Meta takes for a reply in Indonesia since October 2026, in hundredths of a rupiah.</summary>
    private const long Reply = 35_665;

    [Fact]
    public async Task Replies_cost_nothing_within_the_months_allowance_and_the_list_price_beyond_it()
    {
        await using var app = await Start(free: 2);
        var siti = app.Phone();
        for (var i = 1; i <= 5; i++)
        {
            await siti.SendText($"pesan {i}");
            await siti.Answer();
        }

        await app.Meta.Idle(); // What the provider tells afterwards has come.
        await app.Quiet();
        (await Prices(app)).ShouldBe([0, 0, Reply, Reply, Reply]);
        var purse = await Purse(app);
        (purse.Spent, purse.Reserved, purse.Beyond).ShouldBe((3 * Reply, 0, 0));
        var day = await app.With(db => db.Set<DayCost>().SingleAsync());
        (day.Messages, day.Free, day.Sen, day.Category).ShouldBe((5, 2, 3 * Reply, PriceCategory.Service));
        (await Differences(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_comes_by_an_ad_is_talked_to_free_and_uses_no_allowance()
    {
        await using var app = await Start(free: 1);
        var siti = app.Phone();
        await siti.ArriveFromAd("halo dari iklan");
        await siti.Answer();
        await siti.SendText("lanjut");
        await siti.Answer();
        await app.Meta.Idle(); // What the provider tells afterwards has come.
        await app.Quiet();
        (await Prices(app)).ShouldBe([0, 0]);
        (await app.With(db => db.Set<Allowance>().CountAsync())).ShouldBe(0);
        (await Purse(app)).Spent.ShouldBe(0);
    }

    [Fact]
    public async Task A_used_up_budget_stops_answers_tells_as_many_as_it_can_where_to_go_on_and_lets_stop_through()
    {
        await using var app = await Start(free: 0);
        await app.Change(db => db.Add(new Budget { Id = Budget.Nobody, Limit = 10 * Reply }));
        var people = Enumerable.Range(1, 14).Select(i => app.Phone($"62812{i:D8}", "Orang (contoh)")).ToList();
        foreach (var person in people)
        {
            await person.SendText("halo");
        }

        await Eventually.Holds(() => app.With(async db => await db.Set<OutboxMessage>().CountAsync(m => m.State == OutboxState.Delivered) == 10
            && !await db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Stopped && m.Purpose == Purpose.Reply)));

        // Nine answers leave less than a tenth before the last fiftieth; one link takes the rest of the money.
        (await Count(app, Purpose.Reply, OutboxState.Delivered)).ShouldBe(9);
        (await Count(app, Purpose.Reply, OutboxState.Waiting)).ShouldBe(5);
        (await Count(app, Purpose.Farewell, OutboxState.Delivered)).ShouldBe(1);
        (await Count(app, Purpose.Farewell, OutboxState.Stopped)).ShouldBe(4);
        app.Meta.Sent.Count(m => m.Text.Contains("http://pulih.test/", StringComparison.Ordinal)).ShouldBe(1);
        (await Purse(app)).Spent.ShouldBe(10 * Reply);

        await people[0].SendText("berhenti");
        (await people[0].Answer()).ShouldNotBeNull();
        await Eventually.Holds(async () => (await Purse(app)).Beyond == Reply);
        (await Purse(app)).Spent.ShouldBe(10 * Reply);
        (await Differences(app)).ShouldBeEmpty();

        // More money: the links still owed go out, and who writes again is answered.
        await app.With(db => db.Set<Budget>().ExecuteUpdateAsync(set => set.SetProperty(b => b.Limit, 100 * Reply)));
        await Eventually.Holds(async () => await Count(app, Purpose.Farewell, OutboxState.Delivered) == 5);
        var late = people.First(p => app.Meta.SentTo(p.Number).All(m => m.Text.Contains("http", StringComparison.Ordinal)));
        await late.SendText("lanjut");
        await Eventually.Holds(() => Task.FromResult(app.Meta.SentTo(late.Number)[^1].Text.StartsWith("2:", StringComparison.Ordinal)));
        await app.Meta.Idle(); // What the provider tells afterwards has come.
        await app.Quiet();
        (await Differences(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_holds_no_money()
    {
        await using var app = await Start(free: 0);
        app.Meta.Faults = _ => Fault.Error(131026);
        var siti = app.Phone();
        await siti.SendText("halo");
        await Eventually.Holds(() => app.With(db => db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Failed)));
        var purse = await Purse(app);
        (purse.Spent, purse.Reserved).ShouldBe((0, 0));
        (await Differences(app)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Spent_and_held_money_never_passes_the_limit_however_senders_and_reports_interleave(int seed)
    {
        const int Numbers = 4;
        const int Each = 60;
        await using var app = await App.Start(settings: "--Sending:On=false");
        var chance = new Random(seed);
        var limit = chance.Next(20, 100) * Reply + chance.Next((int)Reply);
        await app.Change(db => db.Add(new Budget { Id = Budget.Nobody, Limit = limit }));
        await app.Change(db => db.AddRange(Enumerable.Range(0, Numbers * Each).Select(i => Message($"{i % Numbers}", chance))));
        var over = 0;
        var work = Enumerable.Range(0, Numbers).Select(n => (Number: n, Seed: chance.Next())).Select(w => Task.Run(async () =>
        {
            var mine = new Random(w.Seed);
            var left = await app.With(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Number == $"{w.Number}").OrderBy(m => m.Id).ToListAsync());
            while (left.Count > 0)
            {
                var some = left.Take(mine.Next(1, 9)).ToList();
                left.RemoveRange(0, some.Count);
                var gone = await Dispatch(app, $"{w.Number}", some);
                await Report(app, [.. gone.Where(_ => mine.Next(3) > 0)], mine);
                var purse = await Purse(app);
                if (purse.Spent + purse.Reserved > purse.Limit)
                {
                    Interlocked.Increment(ref over);
                }
            }
        }));
        await Task.WhenAll(work);
        over.ShouldBe(0, $"seed {seed}");
        (await Purse(app)).Spent.ShouldBeGreaterThan(0);
        (await Count(app, Purpose.Notice, OutboxState.Stopped)).ShouldBeGreaterThan(0);
        (await Differences(app)).ShouldBeEmpty($"seed {seed}");
    }

    [Fact]
    public async Task A_report_that_comes_twice_late_or_corrects_the_kind_is_booked_once_and_rightly()
    {
        await using var app = await App.Start(settings: "--Sending:On=false");
        var message = Message("0", new Random(1));
        await app.Change(db => db.Add(message));
        await Dispatch(app, "0", [message]);
        Task Tell(string status, string? category, string? type) => app.With(async db =>
        {
            await using var write = await Write.Begin(db, default);
            await app.Services.GetRequiredService<ISettle>().Settle(db, [new(message.Id, "wamid.1", status, null, category, type, DateTime.MinValue) { Channel = "whatsapp" }], default);
            await write.Commit(default);
            return 0;
        });
        await Tell("read", null, null);
        (await Purse(app)).Spent.ShouldBe(Reply);
        await Tell("delivered", "marketing", "regular");
        await Tell("delivered", "marketing", "regular");
        var purse = await Purse(app);
        (purse.Spent, purse.Reserved).ShouldBe((58_633, 0));
        (await Differences(app)).ShouldBeEmpty();
    }

    private static OutboxMessage Message(string number, Random chance) => new()
    {
        Id = Ids.Next(TimeProvider.System), PersonId = Guid.CreateVersion7(), Channel = "whatsapp", Number = number, Address = $"62812{chance.Next(100_000_000):D8}",
        Purpose = Purpose.Notice, Body = "{}", HeardAt = DateTime.UnixEpoch, QueuedAt = DateTime.UnixEpoch, DueAt = DateTime.UnixEpoch, AttemptedAt = TimeProvider.System.GetUtcNow().UtcDateTime, State = OutboxState.Attempting,
    };

    private static Task<List<OutboxMessage>> Dispatch(App app, string number, List<OutboxMessage> messages) => app.With(async db =>
    {
        var rates = new Rates([new() { From = new(2026, 1, 1), Market = RateCard.Indonesia, Category = PriceCategory.Service, Sen = Reply }]);
        await using var write = await Write.Begin(db, default);
        var gone = await ReserveMoney.For(db, number, messages, rates, TimeProvider.System.GetUtcNow().UtcDateTime, default);
        await write.Commit(default);
        return gone;
    });

    private static Task Report(App app, List<OutboxMessage> messages, Random chance) => app.With(async db =>
    {
        await using var write = await Write.Begin(db, default);
        await app.Services.GetRequiredService<ISettle>().Settle(
            db, [.. messages.Select(m => new Settlement(m.Id, m.Id.ToString(), chance.Next(6) == 0 ? "failed" : "delivered", null, "service", chance.Next(4) == 0 ? "free_customer_service" : "regular", DateTime.UnixEpoch) { Channel = "whatsapp" })], default);
        await write.Commit(default);
        return 0;
    });

    private static async Task<App> Start(int free)
    {
        var app = await App.Start(adjust: CountingDialogue.Only, meta: new FakeMetaOptions { FreeServiceMessages = free, DeliveredAfter = TimeSpan.Zero });
        await app.With(db => db.Set<Rate>().Where(r => r.Category == PriceCategory.Service).ExecuteUpdateAsync(set => set.SetProperty(r => r.FreeAMonth, free)));
        app.Services.GetRequiredService<RateCard>().Forget();
        return app;
    }

    private static Task<List<long>> Prices(App app) => app.With(db => db.Set<OutboxMessage>().OrderBy(m => m.Id).Select(m => m.Cost ?? -1).ToListAsync());

    private static Task<Budget> Purse(App app) => app.With(db => db.Set<Budget>().AsNoTracking().SingleAsync(b => b.Id == Budget.Nobody));

    private static Task<int> Count(App app, Purpose purpose, OutboxState state) => app.With(db => db.Set<OutboxMessage>().CountAsync(m => m.Purpose == purpose && m.State == state));

    private static Task<IReadOnlyList<string>> Differences(App app) => app.Services.GetServices<IRecount>().OfType<RecountCosts>().Single().Differences(default);
}
