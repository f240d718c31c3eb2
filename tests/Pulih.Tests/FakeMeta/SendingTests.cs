using System.Globalization;
using System.Text.Json.Nodes;
using FakeMeta;

namespace Pulih.Tests.FakeMeta;

public class SendingTests
{
    [Fact]
    public async Task An_accepted_send_gets_an_id_and_stands_in_the_log_with_its_callback_data()
    {
        await using var meta = await Meta.Start();
        await meta.Open();
        var (status, body) = await meta.Text("Selamat pagi, Bu Siti 🌞");
        status.ShouldBe(200);
        var id = body["messages"]![0]!["id"]!.GetValue<string>();
        id.ShouldStartWith("wamid.");
        body["contacts"]![0]!["wa_id"]!.GetValue<string>().ShouldBe(Meta.Siti);
        var sent = meta.Server.SentTo("+" + Meta.Siti).ShouldHaveSingleItem();
        (sent.Id, sent.Text, sent.CallbackData).ShouldBe((id, "Selamat pagi, Bu Siti 🌞", "outbox-1:inbound-1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("other")]
    public async Task A_wrong_token_is_refused_with_code_190_and_says_nothing_more(string? token)
    {
        await using var meta = await Meta.Start();
        var (status, body) = await meta.Post(new JsonObject(), token);
        (status, body["error"]!["code"]!.GetValue<int>()).ShouldBe((401, 190));
        body["error"]!["fbtrace_id"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_foreign_business_number_does_not_exist()
    {
        await using var meta = await Meta.Start();
        var (status, body) = await meta.Post(new JsonObject(), number: "100000000000099");
        (status, body["error"]!["code"]!.GetValue<int>(), body["error"]!["error_subcode"]!.GetValue<int>()).ShouldBe((400, 100, 33));
    }

    [Theory]
    [InlineData("""{"to":"+6281200000001","type":"text","text":{"body":"a"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","type":"text","text":{"body":"a"}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+6281200000001","type":"poem","poem":{}}""", 100)]
    [InlineData("""{"messaging_product":"whatsapp","to":"+6281200000001","type":"text"}""", 100)]
    public async Task A_request_without_what_is_needed_is_refused(string body, int code)
    {
        await using var meta = await Meta.Start();
        var (status, answer) = await meta.Post(JsonNode.Parse(body)!);
        (status, answer["error"]!["code"]!.GetValue<int>()).ShouldBe((400, code));
        answer["error"]!["error_data"]!["details"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_number_without_plus_gets_the_country_code_and_reaches_nobody()
    {
        await using var meta = await Meta.Start();
        await meta.Open();
        var (_, body) = await meta.Text(to: Meta.Siti);
        body["error"]!["code"]!.GetValue<int>().ShouldBe(131026);
    }

    [Fact]
    public async Task Free_words_are_refused_when_24_hours_have_passed_since_the_persons_last_message_and_templates_pass()
    {
        await using var meta = await Meta.Start();
        var phone = await meta.Open();
        meta.Clock.Advance(TimeSpan.FromHours(23.9));
        (await meta.Text()).Status.ShouldBe(200);
        meta.Clock.Advance(TimeSpan.FromHours(0.2));
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(131047);
        (await meta.CodeOf("template", """{"name":"kelas","language":{"code":"id"}}""")).ShouldBe(0);
        await phone.SendText("lanjut");
        (await meta.Text()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_closed_window_may_be_told_by_a_failed_status_instead()
    {
        await using var meta = await Meta.Start((clock, url) => new FakeMetaOptions { WebhookUrl = url, Clock = clock, RefuseByStatus = true });
        (await meta.Text()).Status.ShouldBe(200);
        await meta.Server.Idle();
        var status = meta.Product.Statuses.ShouldHaveSingleItem();
        status["status"]!.GetValue<string>().ShouldBe("failed");
        status["errors"]![0]!["code"]!.GetValue<int>().ShouldBe(131026);
    }

    [Fact]
    public async Task More_than_80_messages_in_a_second_are_refused_and_the_next_second_is_free_again()
    {
        await using var meta = await Meta.Start();
        for (var i = 0; i < 79; i++)
        {
            await meta.Open((6281200000100 + i).ToString(CultureInfo.InvariantCulture));
        }

        meta.Clock.Advance(TimeSpan.FromSeconds(1));
        var answers = new List<int>();
        for (var i = 0; i < 79; i++)
        {
            answers.Add((await meta.Text(to: "+" + (6281200000100 + i).ToString(CultureInfo.InvariantCulture))).Status);
        }

        answers.ShouldAllBe(s => s == 200);
        await meta.Open();
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(130429);
        meta.Clock.Advance(TimeSpan.FromSeconds(1));
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(0);
        meta.Server.BusiestSecond().ShouldBe(79);
    }

    [Fact]
    public async Task One_person_gets_45_at_once_and_then_one_in_six_seconds()
    {
        await using var meta = await Meta.Start();
        await meta.Open();
        for (var i = 0; i < 45; i++)
        {
            (await meta.Text()).Status.ShouldBe(200);
        }

        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(131056);
        meta.Clock.Advance(TimeSpan.FromSeconds(6));
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(0);
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(131056);
        meta.Clock.Advance(TimeSpan.FromSeconds(45 * 6));
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(0);
    }

    [Fact]
    public async Task In_the_strict_reading_a_burst_of_20_is_paid_back_for_two_minutes()
    {
        await using var meta = await Meta.Start((clock, url) => new FakeMetaOptions { WebhookUrl = url, Clock = clock, PairBurstBlocks = true });
        await meta.Open();
        for (var i = 0; i < 20; i++)
        {
            (await meta.Text()).Status.ShouldBe(200);
        }

        meta.Clock.Advance(TimeSpan.FromSeconds(119));
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(131056);
        meta.Clock.Advance(TimeSpan.FromSeconds(1));
        (await meta.CodeOf("text", """{"body":"a"}""")).ShouldBe(0);
    }

    [Fact]
    public async Task A_hidden_number_is_reached_by_its_business_scoped_id()
    {
        await using var meta = await Meta.Start();
        var phone = meta.Server.Phone(Meta.Siti, "Siti (contoh)");
        phone.HidesNumber = true;
        await phone.SendText("halo");
        var message = meta.Product.Messages.ShouldHaveSingleItem();
        message["from"].ShouldBeNull();
        var id = message["from_user_id"]!.GetValue<string>();
        var (status, _) = await meta.Post(JsonNode.Parse($$$"""{"messaging_product":"whatsapp","recipient":"{{{id}}}","type":"text","text":{"body":"a"}}""")!);
        status.ShouldBe(200);
        await meta.Server.Idle();
        meta.Product.Statuses.ShouldAllBe(s => s["recipient_id"] == null && s["recipient_user_id"]!.GetValue<string>() == id);
    }

    [Fact]
    public async Task Without_limits_everybody_is_reached_at_any_rate_and_bodies_are_not_kept()
    {
        await using var meta = await Meta.Start((clock, url) => new FakeMetaOptions { WebhookUrl = url, Clock = clock, Unlimited = true });
        for (var i = 0; i < 200; i++)
        {
            (await meta.Text()).Status.ShouldBe(200);
        }

        meta.Server.SentCount.ShouldBe(200);
        meta.Server.Sent[0].Body.ShouldBeEmpty();
    }
}
