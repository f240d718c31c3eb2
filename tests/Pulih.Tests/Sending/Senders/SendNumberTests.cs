using FakeMeta;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Turns;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Senders;

public sealed class SendNumberTests
{
    [Fact]
    public async Task No_second_sees_more_than_the_numbers_rate_and_nobody_is_refused()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only, meta: new FakeMetaOptions { PerSecond = 1_000, DeliveredAfter = null }, settings: "--Channels:WhatsApp:Numbers:0:PerSecond=20");
        var people = Enumerable.Range(1, 70).Select(i => app.Phone($"62812{i:D8}", "Orang (contoh)")).ToList();
        await Task.WhenAll(people.Select(p => p.SendText("halo")));
        await app.Quiet(TimeSpan.FromSeconds(120));
        app.Meta.SentCount.ShouldBe(70);
        app.Meta.BusiestSecond().ShouldBeLessThanOrEqualTo(20);
        (await app.With(db => db.Set<OutboxMessage>().CountAsync(m => m.ErrorCode != null))).ShouldBe(0);
    }

    [Fact]
    public async Task A_persons_answers_keep_their_order()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        for (var i = 1; i <= 12; i++)
        {
            await siti.SendText($"pesan {i}");
        }

        await app.Quiet();
        app.Meta.SentTo(siti.Number).Select(m => m.Text.Split(' ')[0]).ShouldBe(Enumerable.Range(1, 12).Select(i => $"{i}:"));
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("reset")]
    [InlineData("broken")]
    [InlineData("500")]
    public async Task A_send_whose_answer_is_lost_is_settled_by_its_status_and_never_repeated(string what)
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only, settings: "--Sending:TimeoutSeconds=1");
        app.Meta.Faults = _ => what switch { "hang" => Fault.Hang(accepted: true), "reset" => Fault.ResetAfterAccept(), "broken" => Fault.BrokenJson(), _ => Fault.ServerErrorAfterAccept() };
        var siti = app.Phone();
        await siti.SendText("halo");
        await Until(app, OutboxState.Delivered);
        app.Meta.SentTo(siti.Number).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Outcomes_that_the_database_refuses_are_written_once_it_takes_them_again()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only, meta: new FakeMetaOptions { DeliveredAfter = null });
        await app.With(async db => await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql()
            ? """
              CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''away''; END';
              CREATE TRIGGER refused BEFORE UPDATE ON sending_outbox FOR EACH ROW WHEN (OLD."State" = 1 AND NEW."State" <> 1) EXECUTE FUNCTION refuse();
              """
            : """CREATE TRIGGER refused BEFORE UPDATE ON sending_outbox WHEN OLD."State" = 1 AND NEW."State" <> 1 BEGIN SELECT RAISE(ABORT, 'away'); END;"""));
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        await Task.Delay(500);
        await Until(app, OutboxState.Attempting);

        await app.With(async db => await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "DROP TRIGGER refused ON sending_outbox" : "DROP TRIGGER refused"));
        await siti.SendText("halo lagi");
        (await siti.Answer()).Text.ShouldStartWith("2:");
        app.Meta.SentCount.ShouldBe(2);
    }

    [Fact]
    public async Task An_unsettled_question_waits_until_its_person_writes_again_and_then_lapses()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await using var app = await App.Start(clock, CountingDialogue.Only);
        app.Meta.Faults = _ => Fault.Reset();
        var siti = app.Phone();
        await siti.SendText("halo");
        await Until(app, OutboxState.Uncertain);
        await Review(app);
        await Until(app, OutboxState.Uncertain);
        clock.Advance(TimeSpan.FromMinutes(11));
        await Review(app);
        await Until(app, OutboxState.Waiting);
        app.Meta.Faults = null;
        await siti.SendText("halo?");
        (await siti.Answer()).Text.ShouldStartWith("2:");
        (await app.With(db => db.Set<OutboxMessage>().OrderBy(m => m.Id).Select(m => m.State).FirstAsync())).ShouldBe(OutboxState.Lapsed);
        app.Meta.SentCount.ShouldBe(1);
    }

    [Fact]
    public async Task An_unsettled_certificate_goes_to_the_operator_and_is_not_repeated()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await using var app = await App.Start(clock, CountingDialogue.Only);
        app.Meta.Faults = _ => Fault.Reset();
        var siti = app.Phone();
        await Queue(app, siti, Purpose.Certificate, clock.GetUtcNow().UtcDateTime);
        await Until(app, OutboxState.Uncertain);
        clock.Advance(TimeSpan.FromMinutes(11));
        await Review(app);
        await Until(app, OutboxState.ForOperator);
        app.Meta.SentCount.ShouldBe(0);
    }

    [Fact]
    public async Task Outside_the_window_nothing_is_sent_and_a_certificate_goes_out_when_its_person_writes()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        await Queue(app, siti, Purpose.Certificate, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        await Until(app, OutboxState.Waiting);
        app.Meta.SentCount.ShouldBe(0);
        await siti.SendText("halo");
        await app.Quiet();
        app.Meta.SentTo(siti.Number).Select(m => m.Text).ShouldContain("Selamat");
    }

    [Theory]
    [InlineData(131026, nameof(OutboxState.Failed))]
    [InlineData(131047, nameof(OutboxState.Waiting))]
    [InlineData(131056, nameof(OutboxState.Queued))]
    [InlineData(131016, nameof(OutboxState.Uncertain))]
    [InlineData(190, nameof(OutboxState.Queued))]
    public async Task Each_refusal_has_its_remedy(int code, string state)
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var attempts = 0;
        app.Meta.Faults = _ =>
        {
            attempts++;
            return Fault.Error(code);
        };
        await app.Phone().SendText("halo");
        await Until(app, Enum.Parse<OutboxState>(state), m => m.ErrorCode == code || m.State == OutboxState.Uncertain);
        var (seen, watch) = (attempts, Stopwatch.StartNew());
        await Task.Delay(600);

        // The shortest pause is four seconds; on a machine that stood still for longer the next try is due.
        (attempts - seen).ShouldBeLessThanOrEqualTo((int)(watch.Elapsed.TotalSeconds / 4), "nothing is tried again at once");
        app.Meta.SentCount.ShouldBe(0);
    }

    private static Task Queue(App app, Phone to, Purpose purpose, DateTime heardAt) => app.Change(db =>
        app.Services.GetRequiredService<IOutbox>().Queue(db, new(Ids.Next(TimeProvider.System), "whatsapp", to.Number, purpose, new Say("Selamat")) { HeardAt = heardAt }));

    private static Task Review(App app) => app.Services.GetRequiredService<ReviewUncertain>().Run(CancellationToken.None);

    private static async Task Until(App app, OutboxState state, Func<OutboxMessage, bool>? also = null)
    {
        OutboxMessage? first = null;
        for (var i = 0; i < 400; i++)
        {
            first = await app.With(db => db.Set<OutboxMessage>().AsNoTracking().OrderBy(m => m.Id).FirstOrDefaultAsync());
            if (first?.State == state && (also is null || also(first)))
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail($"The first message is {first?.State} with {first?.ErrorCode}, not {state}.");
    }
}
