using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Inbox;
using Pulih.Privacy.Consent;
using Pulih.Privacy.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Chat.Turns;

/// <summary>People whom WhatsApp names by an id of its own instead of their number.</summary>
public sealed class WithheldNumberTests
{
    [Fact]
    public async Task Who_hides_or_shows_the_number_later_stays_the_same_person()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        siti.HidesNumber = true;
        await siti.SendText("masih saya");
        await siti.Answer();
        var only = await app.With(db => db.Set<Conversation>().SingleAsync());
        (only.Address, only.UserId).ShouldBe((siti.Number, siti.UserId));

        var budi = app.Phone("6281200000002");
        budi.HidesNumber = true;
        await budi.SendText("halo");
        await budi.Answer();
        budi.HidesNumber = false;
        await budi.SendText("ini nomor saya");
        await budi.Answer();
        (await app.With(db => db.Set<Conversation>().CountAsync())).ShouldBe(2);
        (await app.With(db => db.Set<Conversation>().SingleAsync(c => c.UserId == budi.UserId))).Address.ShouldBe(budi.Number);
    }

    [Fact]
    public async Task An_id_that_changes_keeps_its_person()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        siti.HidesNumber = true;
        await siti.SendText("halo");
        await siti.Answer();
        await siti.Deliver(new JsonObject { ["type"] = "system", ["system"] = new JsonObject { ["type"] = "user_changed_user_id", ["user_id"] = "ID.11111111112222222222" } });
        await app.Quiet();
        var moved = await app.With(db => db.Set<Conversation>().SingleAsync());
        (moved.Address, moved.UserId).ShouldBe(("ID.11111111112222222222", "ID.11111111112222222222"));
    }

    [Fact]
    public async Task Who_tells_WhatsApp_that_they_want_no_promotion_has_taken_the_permission_back_and_is_answered_all_the_same()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        await app.Meta.Deliver("user_preferences", JsonNode.Parse($$"""
            {"messaging_product":"whatsapp","metadata":{"phone_number_id":"100000000000001"},"user_preferences":[{"wa_id":"{{siti.Number}}","category":"marketing_messages","value":"stop","timestamp":1731705721}]}
            """)!);
        await Eventually.Holds(() => app.With(db => db.Set<ConsentRow>().AnyAsync(c => c.Purpose == ConsentPurpose.Offers && !c.Given)));
        await siti.SendText("halo lagi");
        await siti.Answer();
        (await app.With(db => db.Set<Conversation>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_for_a_person_goes_out_when_they_write_from_the_id_and_not_when_the_provider_tells_something()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        var person = await app.With(db => db.Set<Conversation>().SingleAsync());
        await app.Change(db => app.Services.GetRequiredService<IOutbox>().Queue(
            db, person.Outgoing(Purpose.Human, new("Jawaban")) with { HeardAt = person.LastHeardAt.AddDays(-2) }));
        await Eventually.Holds(() => app.With(db => db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Waiting)));

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        await app.Meta.Deliver("user_preferences", JsonNode.Parse($$"""
            {"messaging_product":"whatsapp","metadata":{"phone_number_id":"100000000000001"},"user_preferences":[{"wa_id":"{{siti.Number}}","category":"marketing_messages","value":"stop","timestamp":{{now}}}]}
            """)!);
        await Eventually.Holds(() => app.With(async db => !await db.Set<InboxMessage>().AnyAsync(m => m.State == InboxState.Waiting)));
        (await app.With(db => db.Set<OutboxMessage>().SingleAsync(m => m.Purpose == Purpose.Human))).HeardAt.ShouldBeLessThan(person.LastHeardAt.AddDays(-1), "they wrote nothing");

        siti.HidesNumber = true;
        await siti.SendText("baca");
        await Eventually.Holds(() => Task.FromResult(app.Meta.SentTo(siti.Number).Any(m => m.Text == "Jawaban")));
        var talk = await app.With(db => app.Services.GetRequiredService<ReadConversation>().With(db, person.PersonId, DateTime.MaxValue, default));
        talk.Lines.Select(l => l.Text).ShouldContain("baca", "what came from the id stands in the same conversation");
    }
}
