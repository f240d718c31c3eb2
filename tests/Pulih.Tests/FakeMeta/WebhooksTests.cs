using System.Text.Json.Nodes;
using FakeMeta;
using FakeMeta.People;

namespace Pulih.Tests.FakeMeta;

public class WebhooksTests
{
    [Fact]
    public async Task A_text_arrives_signed_over_its_raw_bytes_in_Metas_shape_and_escaping()
    {
        await using var meta = await Meta.Start();
        var id = await meta.Server.Phone(Meta.Siti, "Bu Siti é").SendText("Harga 1/2 kg? 😀 \"ya\"");
        meta.Product.Signatures.ShouldBe([true]);
        var body = meta.Product.Bodies.ShouldHaveSingleItem();
        body.ShouldContain("""Harga 1/2 kg? \ud83d\ude00 \"ya\" """.Trim(), Case.Sensitive);
        body.ShouldContain("""Bu Siti \u00e9""", Case.Sensitive);
        var entry = JsonNode.Parse(body)!["entry"]![0]!;
        var value = entry["changes"]![0]!["value"]!;
        value["metadata"]!["phone_number_id"]!.GetValue<string>().ShouldBe(Meta.Number);
        value["contacts"]![0]!["wa_id"]!.GetValue<string>().ShouldBe(Meta.Siti);
        var message = value["messages"]![0]!;
        message["id"]!.GetValue<string>().ShouldBe(id);
        message["from"]!.GetValue<string>().ShouldBe(Meta.Siti);
        message["timestamp"]!.GetValue<string>().ShouldBe("1795485600");
        message["text"]!["body"]!.GetValue<string>().ShouldBe("Harga 1/2 kg? 😀 \"ya\"");
    }

    [Fact]
    public async Task A_lone_surrogate_and_a_NUL_go_out_as_a_phone_may_send_them()
    {
        await using var meta = await Meta.Start();
        await meta.Server.Phone(Meta.Siti).SendText("a\ud83db\0c");
        meta.Product.Bodies.ShouldHaveSingleItem().ShouldContain("""a\ud83db\u0000c""", Case.Sensitive);
        meta.Product.Signatures.ShouldBe([true]);
    }

    [Fact]
    public async Task Taps_and_choices_carry_the_id_the_title_and_the_message_they_answer()
    {
        await using var meta = await Meta.Start();
        var phone = await meta.Open();
        await meta.Send("interactive", """{"type":"button","body":{"text":"Boleh?"},"action":{"buttons":[{"type":"reply","reply":{"id":"ya-1","title":"Boleh"}},{"type":"reply","reply":{"id":"no-1","title":"Tidak"}}]}}""");
        await meta.Send("interactive", """{"type":"list","body":{"text":"Jualan apa?"},"action":{"button":"Pilih","sections":[{"rows":[{"id":"r1","title":"Makanan","description":"Keripik, kue"}]}]}}""");
        var asked = await phone.Answer();
        await phone.Tap("Boleh");
        await phone.Choose("r1");
        var tap = meta.Product.Messages[1];
        tap["interactive"]!["button_reply"]!.ToJsonString().ShouldBe("""{"id":"ya-1","title":"Boleh"}""");
        tap["context"]!["id"]!.GetValue<string>().ShouldBe(asked.Id);
        meta.Product.Messages[2]["interactive"]!["list_reply"]!["description"]!.GetValue<string>().ShouldBe("Keripik, kue");
        await Should.ThrowAsync<InvalidOperationException>(() => phone.Tap("Mungkin"));
    }

    [Fact]
    public async Task Statuses_echo_the_callback_data_and_exactly_one_carries_the_price()
    {
        await using var meta = await Meta.Start((clock, url) => new() { WebhookUrl = url, Clock = clock, DeliveredAfter = TimeSpan.Zero, ReadAfter = TimeSpan.Zero });
        await meta.Open();
        await meta.Text();
        await meta.Server.Idle();
        var statuses = meta.Product.Statuses;
        statuses.Select(s => s["status"]!.GetValue<string>()).ShouldBe(["sent", "delivered", "read"], ignoreOrder: true);
        statuses.ShouldAllBe(s => s["biz_opaque_callback_data"]!.GetValue<string>() == "outbox-1:inbound-1" && s["recipient_id"]!.GetValue<string>() == Meta.Siti);
        statuses.Select(s => s["pricing"]).OfType<JsonObject>().ShouldHaveSingleItem().ToJsonString()
            .ShouldBe("""{"billable":false,"pricing_model":"PMP","type":"free_customer_service","category":"service"}""");
    }

    [Fact]
    public async Task Service_messages_cost_after_the_allowance_templates_always_and_nothing_after_an_ad()
    {
        await using var meta = await Meta.Start((clock, url) => new()
        {
            WebhookUrl = url, Clock = clock, FreeServiceMessages = 1, DeliveredAfter = TimeSpan.Zero, SentAfter = null,
            Templates = [new("kelas", "id"), new("promo", "id", "marketing")],
        });
        await meta.Open();
        async Task<string> Price(Func<Task> send)
        {
            await send();
            await meta.Server.Idle();
            var price = meta.Product.Statuses[^1]["pricing"]!;
            return $"{price["type"]} {price["category"]}";
        }

        (await Price(() => meta.Text())).ShouldBe("free_customer_service service");
        (await Price(() => meta.Text())).ShouldBe("regular service");
        (await Price(() => meta.Send("template", """{"name":"kelas","language":{"code":"id"}}"""))).ShouldBe("regular utility");
        (await Price(() => meta.Send("template", """{"name":"promo","language":{"code":"id"}}"""))).ShouldBe("regular marketing");
        await meta.Server.Phone(Meta.Siti).ArriveFromAd("Halo, saya mau ikut");
        (await Price(() => meta.Text())).ShouldBe("free_entry_point service");
        meta.Clock.Advance(TimeSpan.FromHours(71));
        (await Price(() => meta.Send("template", """{"name":"promo","language":{"code":"id"}}"""))).ShouldBe("free_entry_point marketing");
        meta.Clock.Advance(TimeSpan.FromHours(2));
        (await Price(() => meta.Send("template", """{"name":"promo","language":{"code":"id"}}"""))).ShouldBe("regular marketing");
    }

    [Fact]
    public async Task Many_statuses_travel_in_few_bodies()
    {
        await using var meta = await Meta.Start((clock, url) => new()
        {
            WebhookUrl = url, Clock = clock, Unlimited = true, SentAfter = TimeSpan.FromSeconds(1), DeliveredAfter = null,
        });
        for (var i = 0; i < 450; i++)
        {
            await meta.Text();
        }

        meta.Clock.Advance(TimeSpan.FromSeconds(2));
        await meta.Server.Idle();
        meta.Product.Statuses.Select(s => s["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(450);
        meta.Product.Bodies.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_not_answered_with_200_comes_again_with_the_same_bytes()
    {
        await using var meta = await Meta.Start((clock, url) => new() { WebhookUrl = url, RetryAfter = TimeSpan.FromMilliseconds(20) });
        meta.Product.Refuse = 3;
        var phone = meta.Server.Phone(Meta.Siti);
        var id = await phone.SendText("halo");
        phone.Chat.ShouldHaveSingleItem().State.ShouldBe(ChatState.Sent);
        await meta.Server.Idle();
        meta.Product.Messages.ShouldHaveSingleItem()["id"]!.GetValue<string>().ShouldBe(id);
        phone.Chat[0].State.ShouldBe(ChatState.Delivered);
        (meta.Server.WebhooksRefused, meta.Server.WebhooksGivenUp).ShouldBe((3, 0));
    }

    [Fact]
    public async Task A_product_that_never_answers_is_given_up_after_the_bounded_attempts()
    {
        await using var meta = await Meta.Start((_, url) => new() { WebhookUrl = url, RetryAfter = TimeSpan.FromMilliseconds(1), Attempts = 3, Beat = TimeSpan.FromMilliseconds(5) });
        meta.Product.Refuse = int.MaxValue;
        await meta.Server.Phone(Meta.Siti).SendText("halo");
        await meta.Server.Idle();
        (meta.Server.WebhooksPosted, meta.Server.WebhooksGivenUp).ShouldBe((3, 1));
    }

    [Fact]
    public async Task One_body_may_be_delivered_several_times_at_once()
    {
        await using var meta = await Meta.Start();
        await meta.Server.Phone(Meta.Siti).SendText("halo", times: 5, atOnce: true);
        meta.Product.Bodies.Count.ShouldBe(5);
        meta.Product.Bodies.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Chaos_doubles_and_delays_but_loses_nothing()
    {
        await using var meta = await Meta.Start((_, url) => new()
        {
            WebhookUrl = url, PairRule = false, PerSecond = 1000,
            Chaos = new WebhookChaos(7, 0.5, 0.5, TimeSpan.FromMilliseconds(200)),
        });
        var phone = meta.Server.Phone(Meta.Siti);
        for (var i = 0; i < 30; i++)
        {
            await phone.SendText("pesan");
            await meta.Text();
        }

        await meta.Server.Idle();
        meta.Product.Messages.Select(m => m["id"]!.GetValue<string>()).Distinct().Count().ShouldBe(30);
        meta.Product.Messages.Count.ShouldBeGreaterThan(35);
        meta.Product.Statuses.Where(s => s["status"]!.GetValue<string>() == "delivered").Select(s => s["id"]!.GetValue<string>())
            .Distinct().Count().ShouldBe(30);
    }

    [Fact]
    public async Task The_handshake_holds_only_for_the_products_own_token()
    {
        await using var meta = await Meta.Start();
        (await meta.Server.Handshake()).ShouldBeTrue();
        (await meta.Server.Handshake("wrong")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_chat_shows_both_sides_with_ticks_that_turn_blue_when_read()
    {
        await using var meta = await Meta.Start();
        var phone = await meta.Open();
        var mine = phone.Chat[0].Id;
        await meta.Post(JsonNode.Parse($$$"""{"messaging_product":"whatsapp","status":"read","message_id":"{{{mine}}}","typing_indicator":{"type":"text"}}""")!);
        phone.BusinessIsTyping.ShouldBeTrue();
        await meta.Text("Selamat datang");
        phone.BusinessIsTyping.ShouldBeFalse();
        await meta.Server.Idle();
        phone.Chat.Select(e => (e.FromPerson, e.State)).ShouldBe([(true, ChatState.Read), (false, ChatState.Delivered)]);
        phone.Read();
        phone.Read();
        await meta.Server.Idle();
        phone.Chat[1].State.ShouldBe(ChatState.Read);
        meta.Product.Statuses.Count(s => s["status"]!.GetValue<string>() == "read").ShouldBe(1);
    }
}
