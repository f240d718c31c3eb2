using System.Net;
using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Sending.Outbox;

namespace Pulih.Chat.Takeover;

public sealed class TakeoverTests
{
    [Fact]
    public async Task Whoever_asks_for_a_human_waits_in_the_list_is_answered_by_one_while_the_product_is_silent_and_then_goes_on()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        using var trainer = await app.SignedIn(Roles.Trainer);
        (await trainer.GetStringAsync(WaitingPage.Address)).ShouldContain("Tidak ada yang menunggu");
        var siti = app.Phone();
        await siti.SendText("Petugas");
        (await siti.Answer()).Text.ShouldContain("Petugas kami akan membaca");
        (await trainer.GetStringAsync(WaitingPage.Address)).ShouldContain("Siti (contoh)");
        (await trainer.GetStringAsync("/meja")).ShouldContain("orang menunggu petugas");

        var talk = await Address(app);
        (await Post(trainer, talk, "Take")).ShouldNotContain("terlambat");
        await siti.SendText("bagaimana cara memotret?");
        await app.Quiet();
        app.Meta.SentTo(siti.Number).Count.ShouldBe(1, "the product is silent");
        (await trainer.GetStringAsync(talk)).ShouldContain("bagaimana cara memotret?");

        await Post(trainer, talk, "Say", ("Say", "Pakai cahaya pagi, Bu."));
        (await siti.Answer()).Text.ShouldBe("Pakai cahaya pagi, Bu.");
        await Post(trainer, talk, "Note", ("Say", "Sudah dijelaskan soal cahaya"));
        (await trainer.GetStringAsync(talk)).ShouldContain("Sudah dijelaskan soal cahaya");

        await Post(trainer, talk, "Close");
        (await trainer.GetStringAsync(WaitingPage.Address)).ShouldContain("Tidak ada yang menunggu");
        await siti.SendText("terima kasih");
        (await siti.Answer()).Text.ShouldStartWith("1: Text terima kasih");
        app.Meta.SentTo(siti.Number).Any(m => m.Text.Contains("cahaya,", StringComparison.Ordinal)).ShouldBeFalse("notes stay inside");
    }

    [Fact]
    public async Task A_hold_runs_out_and_the_product_answers_again_and_stop_is_heard_although_a_human_holds()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await using var app = await App.Start(clock, CountingDialogue.Only);
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        var takeOver = app.Services.GetRequiredService<TakeOver>();
        var id = await Conversation(app);
        (await takeOver.Take(id, "a@contoh.invalid", default)).ShouldBeTrue();
        await siti.SendText("ada orang?");
        await app.Quiet();
        app.Meta.SentTo(siti.Number).Count.ShouldBe(1);

        clock.Advance(TakeOver.Hold + TimeSpan.FromMinutes(1));
        await siti.SendText("halo lagi");
        (await siti.Answer()).Text.ShouldStartWith("2:");
        (await takeOver.Answer(id, "a@contoh.invalid", "Maaf lama", default)).ShouldBeFalse("the hold has run out");

        (await takeOver.Take(id, "a@contoh.invalid", default)).ShouldBeTrue();
        await siti.SendText("berhenti");
        (await siti.Answer()).Text.ShouldContain("tidak akan menerima pesan lagi");
    }

    [Fact]
    public async Task Two_helpers_never_talk_at_once_and_a_turn_computed_meanwhile_is_not_saved()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        var id = await Conversation(app);
        var takeOver = app.Services.GetRequiredService<TakeOver>();
        await app.With(async db =>
        {
            var turn = await db.Set<Conversation>().SingleAsync();
            (await Task.WhenAll(Enumerable.Range(0, 8).Select(i => takeOver.Take(id, $"{i}@contoh.invalid", default)))).Count(taken => taken).ShouldBe(1);
            turn.Version++;
            turn.Keep("registration", "{}");
            return await Should.ThrowAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });
        var holder = await app.With(db => db.Set<Conversation>().Select(c => c.HeldBy!).SingleAsync());
        (await takeOver.Answer(id, "lain@contoh.invalid", "Halo", default)).ShouldBeFalse();
        (await takeOver.HandOn(id, holder, "Tolong dibantu soal foto", default)).ShouldBeTrue();
        (await takeOver.Take(id, "lain@contoh.invalid", default)).ShouldBeTrue();
        (await takeOver.Answer(id, "lain@contoh.invalid", "Halo Bu", default)).ShouldBeTrue();
        (await siti.Answer()).Text.ShouldBe("Halo Bu");
    }

    [Fact]
    public async Task An_answer_after_the_24_hours_waits_and_goes_out_when_the_person_writes_again()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await using var app = await App.Start(clock, CountingDialogue.Only);
        var siti = app.Phone();
        await siti.SendText("petugas");
        await siti.Answer();
        clock.Advance(TimeSpan.FromHours(60));
        var id = await Conversation(app);
        var takeOver = app.Services.GetRequiredService<TakeOver>();
        await takeOver.Take(id, "a@contoh.invalid", default);
        await takeOver.Answer(id, "a@contoh.invalid", "Senin kami jawab", default);
        await Eventually.Holds(() => app.With(db => db.Set<OutboxMessage>().AnyAsync(m => m.State == OutboxState.Waiting)));
        app.Meta.SentTo(siti.Number).Count.ShouldBe(1);
        await siti.SendText("masih ada?");
        (await siti.Answer()).Text.ShouldBe("Senin kami jawab");
    }

    [Fact]
    public async Task Photos_and_voices_are_shown_to_helpers_and_nothing_else_is()
    {
        await using var app = await App.Start(adjust: CountingDialogue.Only);
        var siti = app.Phone();
        await siti.SendImage(Learning.Packs.DrawPicture.AsPng("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 18"><rect width="32" height="18" fill="#fbefd5"/></svg>"""u8.ToArray()));
        await siti.SendVoice("OggS voice"u8.ToArray());
        await siti.SendImage("<script>"u8.ToArray());
        await app.Quiet();
        var messages = await app.With(db => db.Set<Inbox.InboxMessage>().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        using var trainer = await app.SignedIn(Roles.Trainer);
        async Task<string> Type(long id)
        {
            using var answer = await trainer.GetAsync(ShowFile.Address + id);
            return answer.IsSuccessStatusCode ? answer.Content.Headers.ContentType!.MediaType! : $"{(int)answer.StatusCode}";
        }

        (await Type(messages[0]), await Type(messages[1]), await Type(messages[2]), await Type(999)).ShouldBe(("image/jpeg", "audio/ogg", "404", "404"));
        (await trainer.GetStringAsync(await Address(app))).ShouldContain($"{ShowFile.Address}{messages[0]}");
        using var partner = await app.SignedIn(Roles.PartnerOfficer, Guid.CreateVersion7());
        using var refused = await partner.GetAsync(ShowFile.Address + messages[0]);
        refused.IsSuccessStatusCode.ShouldBeFalse();
    }

    private static async Task<string> Address(App app) => $"{WaitingPage.Address}/{await Conversation(app)}";

    private static Task<Guid> Conversation(App app) => app.With(db => db.Set<Conversation>().Select(c => c.Id).SingleAsync());

    private static async Task<string> Post(HttpClient trainer, string talk, string handler, params (string, string)[] fields)
    {
        using var answer = await trainer.Submit(talk, $"{talk}?handler={handler}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }
}
