using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>The monthly survey as an owner meets it in chat.</summary>
public sealed class PulseDialogueTests : IAsyncLifetime
{
    private RecoveryWorld world = null!;

    public async ValueTask InitializeAsync() => world = await RecoveryWorld.Start();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Six_questions_are_asked_and_kept_in_eight_messages_and_the_month_is_told()
    {
        var (owner, number) = await world.Owner();
        var phone = world.App.Phone(number);
        await world.Work<AskPulse>();
        await world.App.Quiet();
        world.App.Meta.SentTo(number).Single().Text.ShouldContain("/kabar/");

        await Say(() => phone.Tap("Jawab di sini"), number, "Oktober 2026");
        await Say(() => phone.Choose("Buka seperti biasa"), number, "omzet");
        await Say(() => phone.SendText("3-4 jt"), number, "Rp3.500.000");
        await Say(() => phone.Tap("Benar"), number, "Oktober 2025");
        await Say(() => phone.Choose("Turun 10–25%"), number, "Berapa orang");
        await Say(() => phone.SendText("dua orang"), number, "Dari 10 pembeli");
        await Say(() => phone.SendText("4"), number, "uang masuk dan keluar");
        await Say(() => phone.Choose("Kadang-kadang"), number, "Terima kasih");

        world.App.Meta.SentTo(number).Count.ShouldBe(9, "the invitation and eight more");
        var report = await world.Report(owner);
        (report.Status, report.Sales, report.Compared, report.Workers, report.Online, report.Rotating, report.IsComplete).ShouldBe((OperatingStatus.Open, 3_500_000L, (short?)-2, (short?)2, (short?)4, (short?)2, true));
        (await world.Member(owner)).AskAt.ShouldBe(new DateTime(2026, 12, 3, 2, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task The_permission_is_asked_first_and_who_refuses_is_asked_no_more()
    {
        var (willing, first) = await world.Owner(agreed: null);
        var (unwilling, second) = await world.Owner(agreed: null);
        await Say(() => world.App.Phone(first).SendText("kabar usaha"), first, "Bolehkah kami menanyakan");
        await Say(() => world.App.Phone(first).SendText("ya"), first, "usaha Bapak/Ibu bagaimana");
        await Say(() => world.App.Phone(second).SendText("kabar"), second, "Bolehkah kami menanyakan");
        await Say(() => world.App.Phone(second).Tap("Tidak usah"), second, "tidak akan bertanya");
        (await world.App.With(db => world.Get<IConsent>().Load(db, [willing.Id, unwilling.Id], default))).Values.Select(c => c.Allows(ConsentPurpose.MonthlySurvey)).ShouldBe([true, false], ignoreOrder: true);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.Work<AskPulse>();
        await world.App.Quiet();
        (await world.Member(unwilling)).AskAt.ShouldBeNull();
        world.App.Meta.SentTo(second).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_no_answer_is_explained_and_the_question_asked_again_and_anything_may_be_skipped()
    {
        var (owner, number) = await world.Owner();
        var phone = world.App.Phone(number);
        await Say(() => phone.SendText("kabar"), number, "bagaimana");
        await Say(() => phone.SendText("apa?"), number, "belum kami pahami");
        await Say(() => phone.SendText("2"), number, "omzet");
        await Say(() => phone.SendText("100rb per hari"), number, "untuk sebulan");
        await Say(() => phone.SendText("Rp 5 juta"), number, "Rp5.000.000");
        await Say(() => phone.SendText("tidak"), number, "Kira-kira berapa omzet");
        await Say(() => phone.SendText("lewati"), number, "naik, sama, atau turun");
        await Say(() => phone.Choose("Lewati"), number, "Berapa orang");
        await Say(() => phone.SendText("seratus ribu"), number, "jumlah orangnya");
        await Say(() => phone.Tap("Lewati"), number, "Dari 10 pembeli");
        await Say(() => phone.SendText("11"), number, "0 sampai 10");
        await Say(() => phone.SendText("tidak tahu"), number, "dicatat");
        await Say(() => phone.Choose("Lewati"), number, "Terima kasih");
        var report = await world.Report(owner);
        (report.Status, report.Sales, report.Compared, report.IsComplete).ShouldBe((OperatingStatus.Partly, null, null, true));
    }

    [Fact]
    public async Task A_business_that_ended_is_asked_why_and_then_left_in_peace_and_stays_in_the_panel()
    {
        var (owner, number) = await world.Owner();
        var phone = world.App.Phone(number);
        await Say(() => phone.SendText("kabar"), number, "bagaimana");
        await Say(() => phone.Choose("Sudah berhenti"), number, "alasan utama");
        await Say(() => phone.Choose("Modal habis"), number, "tidak akan bertanya lagi");
        world.Clock.SetUtcNow(RecoveryWorld.Morning.AddMonths(1));
        await world.Work<AskPulse>();
        await world.App.Quiet();
        world.App.Meta.SentTo(number).Count.ShouldBe(3);
        (await world.Member(owner)).AskAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_late_tap_corrects_the_answer_and_both_stay_behind_one_panel()
    {
        var (owner, number) = await world.Owner();
        var phone = world.App.Phone(number);
        await Say(() => phone.SendText("kabar"), number, "bagaimana");
        await Say(() => phone.Choose("Buka sebagian"), number, "omzet");
        await Say(() => phone.Choose("Buka seperti biasa", times: 3), number, "omzet");
        (await world.Report(owner)).Status.ShouldBe(OperatingStatus.Open);
        (await world.App.With(db => db.Set<GivenAnswer>().Where(a => a.BusinessId == owner.Businesses[0].Id).OrderBy(a => a.Id).Select(a => a.Value).ToListAsync())).ShouldBe([2, 1], "each change is kept, and a tap that came three times changes once");
    }

    [Fact]
    public async Task Somebody_silent_is_reminded_three_times_at_most_and_nothing_is_sent_at_night_after_stop_or_outside_the_days()
    {
        await world.ApproveTemplate();
        var (_, silent) = await world.Owner(wrote: TimeSpan.FromDays(9));
        var (_, stopped) = await world.Owner();
        await Say(() => world.App.Phone(stopped).SendText("stop"), stopped, "");
        var stops = world.App.Meta.SentTo(stopped).Count;
        world.Clock.SetUtcNow(RecoveryWorld.Morning.AddHours(14)); // midnight
        await world.Work<AskPulse>();
        await world.App.Quiet();
        world.App.Meta.SentTo(silent).ShouldBeEmpty();
        for (var day = 3; day <= 28; day++)
        {
            world.Clock.SetUtcNow(new DateTimeOffset(2026, 12, day, 3, 0, 0, TimeSpan.Zero));
            await world.Work<AskPulse>();
        }

        await world.App.Quiet();
        world.App.Meta.SentTo(silent).Select(m => m.Type).ShouldBe(Enumerable.Repeat("template", 4), "asked, and reminded three times");
        world.App.Meta.SentTo(stopped).Count.ShouldBe(stops);
    }

    [Fact]
    public async Task The_menu_leads_there_and_back_to_the_lesson()
    {
        var (_, number) = await world.Owner();
        var phone = world.App.Phone(number);
        await Say(() => phone.SendText("menu"), number, "");
        await Say(() => phone.Choose("Kabar usaha"), number, "bagaimana");
        await Say(() => phone.SendText("menu"), number, "");
    }

    private async Task Say(Func<Task<string>> send, string number, string answer)
    {
        var before = world.App.Meta.SentTo(number).Count;
        await send();
        await world.App.Quiet();
        world.App.Meta.SentTo(number).Count.ShouldBeGreaterThan(before);
        world.App.Meta.SentTo(number)[^1].Text.ShouldContain(answer);
    }
}
