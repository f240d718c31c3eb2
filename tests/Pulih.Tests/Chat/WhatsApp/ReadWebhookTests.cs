using System.Text;
using Pulih.Chat.Contracts;
using Pulih.Chat.Inbox;

namespace Pulih.Chat.WhatsApp;

public sealed class ReadWebhookTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Every_entry_change_and_message_of_a_body_is_taken()
    {
        var one = Change("""{"from":"6281","id":"a","timestamp":"1795000000","type":"text","text":{"body":"satu"}}""");
        var delivery = Read($$"""{"object":"whatsapp_business_account","entry":[{"changes":[{{one}},{{Change("""{"from":"6282","id":"b","type":"text","text":{"body":"dua"}},{"from":"6282","id":"c","type":"text","text":{"body":"tiga"}}""")}}]},{"changes":[{{Change("""{"from":"6283","id":"d","type":"text","text":{"body":"empat"}}""")}}]}]}""");
        delivery.Messages.Select(m => (m.MessageId, m.Address, m.Text)).ShouldBe([("a", "6281", "satu"), ("b", "6282", "dua"), ("c", "6282", "tiga"), ("d", "6283", "empat")]);
        delivery.Messages.ShouldAllBe(m => m.Number == "100000000000001" && m.SentAt <= Now);
    }

    [Theory]
    [InlineData("""{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"quiz:1.2.3","title":"Dekat jendela"}}}""", HeardKind.Tap, "Dekat jendela", "quiz:1.2.3")]
    [InlineData("""{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"reg:kuliner","title":"Kuliner","description":"x"}}}""", HeardKind.Tap, "Kuliner", "reg:kuliner")]
    [InlineData("""{"type":"button","button":{"text":"Ya","payload":"reg:yes"}}""", HeardKind.Tap, "Ya", "reg:yes")]
    [InlineData("""{"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent","response_json":"not json"}}}""", HeardKind.Other, "Sent", null)]
    [InlineData("""{"type":"audio","audio":{"id":"1","voice":true}}""", HeardKind.Voice, "", "1")]
    [InlineData("""{"type":"image","image":{"id":"1","caption":"warung saya"}}""", HeardKind.Picture, "warung saya", "1")]
    [InlineData("""{"type":"location","location":{"latitude":-7.8,"longitude":112,"name":"Pasar Pare"}}""", HeardKind.Location, "Pasar Pare", null)]
    [InlineData("""{"type":"order","order":{"product_items":[]}}""", HeardKind.Other, "", null)]
    [InlineData("""{"type":"contacts","contacts":[{"name":{}}]}""", HeardKind.Other, "", null)]
    [InlineData("""{"type":"unsupported","errors":[{"code":131051}]}""", HeardKind.Other, "", null)]
    [InlineData("""{"type":"hologram","hologram":{"new":true}}""", HeardKind.Other, "", null)]
    [InlineData("""{"type":"system","system":{"type":"user_changed_number","wa_id":"628999"}}""", HeardKind.Moved, "628999", null)]
    public void Each_type_is_heard(string message, HeardKind kind, string text, string? payload)
    {
        var heard = Read(Body($$"""{"from":"6281","id":"x","timestamp":"1795000000",{{message[1..]}}""")).Messages.ShouldHaveSingleItem();
        (heard.Kind, heard.Text, heard.Payload).ShouldBe((kind, text, payload));
    }

    [Theory]
    [InlineData("""{"from":"6281","id":"x","type":"reaction","reaction":{"message_id":"y","emoji":"👍"}}""")]
    [InlineData("""{"from":"6281","id":"x","type":"revoke","revoke":{}}""")]
    [InlineData("""{"from":"6281","id":"x","type":"text","group_id":"g","text":{"body":"hai"}}""")]
    [InlineData("""{"from":"6281","type":"text","text":{"body":"no id"}}""")]
    [InlineData("""{"id":"x","type":"text","text":{"body":"from nobody"}}""")]
    [InlineData("\"not an object\"")]
    public void What_asks_for_no_answer_is_passed_over(string message) => Read(Body(message)).Messages.ShouldBeEmpty();

    [Fact]
    public void A_person_without_a_number_is_known_by_the_scoped_id() =>
        Read(Body("""{"from_user_id":"ID.134912","id":"x","type":"text","text":{"body":"hai"}}""")).Messages.Single().Address.ShouldBe("ID.134912");

    [Fact]
    public void A_failed_status_brings_its_code_and_a_delivered_one_its_price()
    {
        var id = Guid.CreateVersion7();
        var delivery = Read("""
            {"entry":[{"changes":[{"value":{"statuses":[
              {"id":"m1","status":"failed","timestamp":"1795000000","errors":[{"code":131026}],"biz_opaque_callback_data":"OUTBOX:wamid.q"},
              {"id":"m2","status":"delivered","timestamp":"1795000000","pricing":{"category":"service","type":"regular","pricing_model":"PMP"}},
              {"id":"m3"}]},"field":"messages"}]}]}
            """.Replace("OUTBOX", id.ToString(), StringComparison.Ordinal));
        delivery.Statuses.Select(s => (s.MessageId, s.Status, s.OutboxId, s.ErrorCode, s.PriceCategory)).ShouldBe(
            [("m1", "failed", (Guid?)id, (int?)131026, (string?)null), ("m2", "delivered", null, null, "service")]);
    }

    [Fact]
    public void Sixteen_digits_in_a_row_stay_in_ids_and_payloads_and_are_hidden_in_what_people_wrote()
    {
        var delivery = Read("""
            {"entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"1234567890123456"},
              "contacts":[{"user_id":"1112223334445556","profile":{"name":"Sri 3506041203800001"}}],
              "messages":[{"from_user_id":"1112223334445556","id":"wamid.9876543210987654","type":"interactive","interactive":{"type":"button_reply",
                "button_reply":{"id":"learning:1:01a2210ac4937003908367418ebcad54:","title":"NIK 3506041203800001"}}}],
              "statuses":[{"id":"9876543210987654","status":"sent","biz_opaque_callback_data":"0abcdef0-1234-7123-8123-4567a0abcdef:x"}]},"field":"messages"}]}]}
            """);
        var tap = delivery.Messages.ShouldHaveSingleItem();
        (tap.Number, tap.Address, tap.MessageId, tap.Payload).ShouldBe(
            ("1234567890123456", "1112223334445556", "wamid.9876543210987654", "learning:1:01a2210ac4937003908367418ebcad54:"));
        (tap.Text, tap.ProfileName).ShouldBe(("NIK ••••••••••••••••", "Sri ••••••••••••••••"));
        var sent = delivery.Statuses.ShouldHaveSingleItem();
        (sent.MessageId, sent.OutboxId).ShouldBe(("9876543210987654", Guid.Parse("0abcdef0-1234-7123-8123-4567a0abcdef")));
    }

    [Theory]
    [InlineData("{\"entry\":[")]
    [InlineData("")]
    [InlineData("\0\0")]
    public void What_is_not_json_is_kept(string body)
    {
        var delivery = Read(body);
        delivery.Unread.ShouldHaveSingleItem().Body.ShouldBe(Encoding.UTF8.GetBytes(body));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"entry":{"changes":3}}""")]
    [InlineData("""{"entry":[7,null,{"changes":[null,{"value":[]},{"value":{"messages":"x","statuses":{},"contacts":[1]}}]}]}""")]
    public void Foreign_shapes_bring_nothing_and_do_not_throw(string body) => Read(body).IsEmpty.ShouldBeTrue();

    private static Delivery Read(string body) => ReadWebhook.From(Encoding.UTF8.GetBytes(body), Now);

    private static string Body(string message) => $$"""{"entry":[{"changes":[{{Change(message)}}]}]}""";

    private static string Change(string messages) =>
        $$$"""{"value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"100000000000001"},"contacts":[{"profile":{"name":"Siti (contoh)"},"wa_id":"6281"}],"messages":[{{{messages}}}]},"field":"messages"}""";
}
