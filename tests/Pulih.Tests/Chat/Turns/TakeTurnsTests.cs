using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Inbox;
using Pulih.Platform.Facts;
using Pulih.Sending.Outbox;

namespace Pulih.Chat.Turns;

/// <summary>From webhook to answer, with the smallest dialogue.</summary>
public sealed class TakeTurnsTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(adjust: CountingDialogue.Only);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_message_is_answered_over_the_wire_with_the_id_of_what_it_answers()
    {
        var siti = app.Phone();
        var id = await siti.SendText("halo");
        var answer = await siti.Answer();
        answer.Text.ShouldStartWith("1: Text halo");
        answer.CallbackData.ShouldEndWith($":{id}");
    }

    [Fact]
    public async Task A_delivery_repeated_five_times_is_answered_once()
    {
        var siti = app.Phone();
        await siti.SendText("halo", times: 5);
        await siti.SendText("halo lagi", times: 3, atOnce: true);
        await app.Quiet();
        app.Meta.SentTo(siti.Number).Count.ShouldBe(2);
        (await app.With(db => db.Set<Fact>().CountAsync(f => f.Kind == "test.counted"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_number_typed_instead_of_a_tap_finds_its_button()
    {
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        await siti.SendText("2");
        (await siti.Answer()).Text.ShouldStartWith("2: Tap 2 two");
    }

    [Fact]
    public async Task A_message_that_cannot_be_answered_harms_only_itself_and_can_be_replayed()
    {
        var people = Enumerable.Range(1, 20).Select(i => app.Phone($"62812{i:D8}", $"Orang {i} (contoh)")).ToList();
        await Task.WhenAll(people.Select((p, i) => p.SendText(i == 7 ? CountingDialogue.Poison : "halo")));
        await app.Quiet();
        var parked = await app.With(db => db.Set<InboxMessage>().SingleAsync(m => m.State == InboxState.Parked));
        parked.Address.ShouldBe(people[7].Number);
        parked.Trouble.ShouldBe(nameof(InvalidOperationException));
        people.ShouldAllBe(p => app.Meta.SentTo(p.Number).Count == 1);
        app.Meta.SentTo(people[7].Number)[0].Text.ShouldStartWith("Maaf, ada kendala");

        await people[7].SendText("halo");
        await app.Quiet();
        app.Meta.SentTo(people[7].Number)[^1].Text.ShouldStartWith("1: Text halo");
        (await app.Services.GetRequiredService<ParkMessage>().Replay(parked.Id, default)).ShouldBeTrue();
        await app.Quiet();
        (await app.With(db => db.Set<InboxMessage>().CountAsync(m => m.State == InboxState.Parked))).ShouldBe(1, "its cause is not mended");
    }

    [Fact]
    public async Task Statuses_settle_the_outbox()
    {
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        for (var i = 0; i < 100; i++)
        {
            var sent = await app.With(db => db.Set<OutboxMessage>().SingleAsync());
            if (sent is { State: OutboxState.Delivered, ProviderId: not null, PriceCategory: "service" })
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The message was not settled as delivered with its price within five seconds.");
    }

    [Fact]
    public async Task Stop_is_heeded_and_going_on_is_possible()
    {
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        await siti.SendText("STOP");
        (await siti.Answer()).Text.ShouldStartWith("Baik, Bapak/Ibu tidak akan menerima pesan lagi");
        await siti.SendText("apa?");
        (await siti.Answer()).Text.ShouldStartWith("Bapak/Ibu sudah memilih berhenti");
        await siti.SendText("lanjut");
        (await siti.Answer()).Text.ShouldStartWith("2: Begin");
    }
}
