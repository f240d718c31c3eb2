using System.Text;
using System.Text.Json.Nodes;
using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Inbox;
using Pulih.Chat.Turns;
using Pulih.Learning;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Chat.Pages;

/// <summary>Messenger and Instagram on the running product, through signed webhooks and what the Send API received.</summary>
public sealed class PagesTests
{
    private const string Course = "jualan-lewat-whatsapp";
    private static readonly string[] Registration = ["Setuju", "Bu Sri", "Keripik Contoh", "keripik pisang", "Pare, Kediri"];

    [Theory]
    [InlineData(ChannelName.Messenger)]
    [InlineData(ChannelName.Instagram)]
    public async Task The_same_course_runs_to_its_certificate(string channel)
    {
        await using var app = await Start();
        await app.OpenCohort(Course);
        var phone = PhoneOn(app, channel, "9000000000000001");
        var said = await Until(phone, await Ask(phone, "Halo, saya mau ikut pelatihan"));
        foreach (var answer in Registration)
        {
            said = await Until(phone, await Ask(phone, answer));
        }

        var course = app.Services.GetRequiredService<ICourses>().Find(Course)!;
        for (var turns = 0; !Texts(app, phone).Any(t => t.Contains("Selamat, pelatihan", StringComparison.Ordinal)); turns++)
        {
            turns.ShouldBeLessThan(60, said.Text);
            said = await Until(phone, await Ask(phone, Answer(said, course)));
        }

        await app.Quiet();
        await app.Meta.Idle();
        (await app.With(db => db.Set<CourseProgress>().CountAsync(p => p.CourseCode == Course && p.CompletedAt != null))).ShouldBe(1);
        app.Meta.SentTo(phone.Number).Last(m => m.Json?["message"]?["attachment"]?["type"]?.GetValue<string>() == "image").Body.ShouldContain("/certificates/");
        app.Meta.SentTo(phone.Number).ShouldAllBe(m => !m.Text.Contains('*'), "stars would be shown as stars");
        (await app.With(db => db.Set<OutboxMessage>().CountAsync(m => m.Cost != null || m.Price != null))).ShouldBe(0, "nothing of it is billed");
    }

    [Fact]
    public async Task One_person_on_two_channels_is_one_learner_by_the_code_they_carry_over_and_goes_on_where_they_were()
    {
        await using var app = await Start();
        await app.OpenCohort(Course);
        var phone = app.Phone("6281200000777", "Sri (contoh)");
        await Ask(phone, "Halo, saya mau ikut pelatihan");
        var lesson = default(FakeMeta.SentMessage);
        foreach (var answer in Registration)
        {
            lesson = await Ask(phone, answer);
        }

        var code = (await Ask(phone, "hubungkan")).Text.Split('\n').First(l => l.Contains("HUBUNG", StringComparison.Ordinal)).Trim('*');
        var page = app.Meta.Messenger("9000000000000002");
        (await Ask(page, code + "X")).Text.ShouldNotContain("Berhasil", Case.Sensitive, "a code with a letter too many is no code");
        await page.SendText(code.ToLowerInvariant());
        var told = await page.Answer();
        for (; !told.Text.Contains("Berhasil", StringComparison.Ordinal); told = await page.Answer())
        {
        }

        await app.Quiet();
        Texts(app, page).ShouldContain(t => t.Contains("Pelajaran 1 dari 5", StringComparison.Ordinal));
        var people = await app.With(db => db.Set<Conversation>().Select(c => new { c.Channel, c.PersonId, c.Dialogue }).ToListAsync());
        people.Count.ShouldBe(2);
        people.Select(p => p.PersonId).Distinct().Count().ShouldBe(1);
        (await app.With(db => db.Set<CourseProgress>().CountAsync())).ShouldBe(1);

        await page.SendText(code);
        await app.Quiet();
        Texts(app, page).Last().ShouldContain("tidak berlaku lagi");
    }

    [Fact]
    public async Task An_echo_settles_a_send_whose_answer_was_lost_and_receipts_move_messages_forward()
    {
        await using var app = await Start(adjust: CountingDialogue.Only);
        app.Meta.Faults = send => send.PhoneNumberId == "300000000000001" ? Fault.ResetAfterAccept() : null;
        var page = app.Meta.Messenger("9000000000000003");
        await page.SendText("halo");
        await Eventually.Holds(() => app.With(db => db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Delivered)));
        page.Read();
        await Eventually.Holds(() => app.With(db => db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Read)));

        app.Meta.Faults = null;
        var insta = app.Meta.Instagram("9000000000000004");
        await Ask(insta, "halo");
        insta.Read();
        await Eventually.Holds(() => app.With(db => db.Set<OutboxMessage>().AnyAsync(m => m.Channel == ChannelName.Instagram && m.State == OutboxState.Read)));
        app.Meta.SentCount.ShouldBe(2, "nothing was sent twice");
    }

    [Fact]
    public async Task A_human_may_answer_for_seven_days_and_the_product_for_one()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = await Start(clock, CountingDialogue.Only);
        var page = app.Meta.Messenger("9000000000000005");
        await Ask(page, "halo");
        var heard = clock.GetUtcNow().UtcDateTime;
        clock.Advance(TimeSpan.FromDays(3));
        await Queue(app, page, Purpose.Certificate, heard);
        await Eventually.Holds(() => app.With(db => db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Waiting)));
        await Queue(app, page, Purpose.Human, heard);
        var said = await page.Answer();
        (said.Json!["messaging_type"]!.GetValue<string>(), said.Json["tag"]!.GetValue<string>()).ShouldBe(("MESSAGE_TAG", "HUMAN_AGENT"));
    }

    [Fact]
    public async Task A_link_with_a_code_opens_the_door_as_a_written_code_does()
    {
        await using var app = await Start(adjust: CountingDialogue.Only);
        var page = app.Meta.Messenger("9000000000000006");
        await page.ComeByLink("FBPAGE1");
        await page.Answer();
        var came = await app.With(db => db.Set<InboxMessage>().SingleAsync());
        Referral.In(came.Text).ShouldBe("FBPAGE1");
    }

    [Theory]
    [InlineData("""{"message":{"mid":"m1","text":"halo","is_echo":true,"app_id":7}}""")]
    [InlineData("""{"message":{"mid":"m1","is_deleted":true}}""")]
    [InlineData("""{"reaction":{"mid":"m1","action":"react","emoji":"❤"}}""")]
    [InlineData("""{"message_edit":{"mid":"m1","text":"halo"}}""")]
    [InlineData("""{"optin":{"type":"notification_messages"}}""")]
    public void What_asks_for_no_answer_gets_none(string happened) => Read(happened).Messages.ShouldBeEmpty();

    [Fact]
    public void What_another_app_handles_is_none_of_ours()
    {
        var body = """{"object":"page","entry":[{"id":"3","standby":[{"sender":{"id":"1"},"recipient":{"id":"3"},"timestamp":1,"message":{"mid":"m","text":"halo"}}]}]}""";
        ReadPageWebhook.From(Encoding.UTF8.GetBytes(body), ChannelName.Messenger, DateTime.UnixEpoch).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Taps_pictures_and_words_are_read_as_what_they_are()
    {
        var tap = Read("""{"message":{"mid":"m1","text":"Lanjut","quick_reply":{"payload":"learning:go"}}}""").Messages.Single();
        (tap.Kind, tap.Payload, tap.Text).ShouldBe((Contracts.HeardKind.Tap, "learning:go", "Lanjut"));
        var postback = Read("""{"postback":{"title":"Lanjut","payload":"learning:go"}}""").Messages.Single();
        (postback.Kind, postback.Payload, postback.MessageId).ShouldBe((Contracts.HeardKind.Tap, "learning:go", "1:1700000000000"));
        var picture = Read("""{"message":{"mid":"m2","attachments":[{"type":"image","payload":{"url":"https://scontent.fbcdn.net/a.jpg?x=1"}}]}}""").Messages.Single();
        (picture.Kind, picture.Payload).ShouldBe((Contracts.HeardKind.Picture, "https://scontent.fbcdn.net/a.jpg?x=1"));
        Read("""{"message":{"mid":"m3","is_unsupported":true}}""").Messages.Single().Kind.ShouldBe(Contracts.HeardKind.Other);
        Read("""{"message":{"mid":"m4","attachments":[{"type":"fallback","payload":{"url":"https://a.example"}}],"text":"lihat ini"}}""").Messages.Single().Text.ShouldBe("lihat ini");
    }

    [Fact]
    public async Task A_channel_that_is_off_is_not_found_and_each_takes_only_its_own_signature()
    {
        await using var app = await App.Start();
        (await app.Meta.Post("{}"u8.ToArray(), channel: ChannelName.Messenger)).ShouldBe(404);
        await using var all = await Start();
        (await all.Meta.Handshake(channel: ChannelName.Instagram)).ShouldBeTrue();
        (await all.Meta.Handshake("wrong", ChannelName.Instagram)).ShouldBeFalse();
        (await all.Meta.Post("{}"u8.ToArray(), "sha256=00", ChannelName.Messenger)).ShouldBe(401);
    }

    internal static Task<App> Start(TimeProvider? clock = null, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? adjust = null) => App.Start(clock, adjust, new FakeMetaOptions
    {
        PageId = "300000000000001", InstagramId = "400000000000001", Clock = clock ?? TimeProvider.System, DeliveredAfter = TimeSpan.Zero,
    });

    private static Delivery Read(string happened)
    {
        var json = JsonNode.Parse(happened)!.AsObject();
        (json["sender"], json["recipient"], json["timestamp"]) = (new JsonObject { ["id"] = "1" }, new JsonObject { ["id"] = "3" }, 1_700_000_000_000);
        var body = new JsonObject { ["object"] = "page", ["entry"] = new JsonArray(new JsonObject { ["id"] = "3", ["messaging"] = new JsonArray(json) }) };
        return ReadPageWebhook.From(Encoding.UTF8.GetBytes(body.ToJsonString()), ChannelName.Messenger, DateTime.UnixEpoch.AddYears(60));
    }

    private static Phone PhoneOn(App app, string channel, string id) => channel == ChannelName.Messenger ? app.Meta.Messenger(id, "Sri (contoh)") : app.Meta.Instagram(id, "Sri (contoh)");

    private static IEnumerable<string> Texts(App app, Phone phone) => app.Meta.SentTo(phone.Number).Select(m => m.Text);

    private static async Task<FakeMeta.SentMessage> Ask(Phone phone, string what)
    {
        await phone.SendText(what);
        return await phone.Answer();
    }

    /// <summary>A step may be several messages here; the last one has something to tap or ends the step.</summary>
    private static async Task<FakeMeta.SentMessage> Until(Phone phone, FakeMeta.SentMessage said)
    {
        while (said.Text.Length == 0 || said.Replies.Count == 0)
        {
            try
            {
                said = await phone.Answer(TimeSpan.FromSeconds(2));
            }
            catch (TimeoutException)
            {
                break;
            }
        }

        return said;
    }

    private static string Answer(FakeMeta.SentMessage said, CompiledCourse course) =>
        course.Quiz.Questions.FirstOrDefault(q => said.Text.Contains(q.Text, StringComparison.Ordinal)) is { } asked ? asked.Options[asked.RightPlace()]
        : said.Replies.Count > 0 ? said.Replies[0].Title : "lanjut";

    private static Task Queue(App app, Phone to, Purpose purpose, DateTime heardAt) => app.Change(db =>
        app.Services.GetRequiredService<IOutbox>().Queue(db, new(Guid.CreateVersion7(), ChannelName.Messenger, to.Number, purpose, new Say("Selamat")) { HeardAt = heardAt }));
}
