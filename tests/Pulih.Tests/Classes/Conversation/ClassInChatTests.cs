using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Platform.Storage;

namespace Pulih.Classes.Conversation;

/// <summary>Classes on the running product, through signed webhooks and what the provider received.</summary>
public sealed class ClassInChatTests(ClassWorld world) : IClassFixture<ClassWorld>
{
    [Fact]
    public async Task Classes_are_listed_with_the_time_of_the_owners_own_zone_and_a_tap_takes_a_seat_for_one_message()
    {
        var session = await world.Class("Foto malam hari", starts: ClassWorld.Now.Date.AddDays(2).AddHours(12.5)); // 19.30 WIB, 20.30 WITA
        var owner = (await world.Owners(1, region: "51.04.05"))[0];
        var phone = await world.PhoneOf(owner);
        var listed = await Ask(phone, "kelas");
        listed.Text.ShouldContain("Foto malam hari");
        listed.Text.ShouldContain("20.30–21.30 WITA");

        var seated = await Ask(phone, Choice(listed, session));
        seated.Text.ShouldContain("terdaftar di kelas *Foto malam hari*");
        seated.Text.ShouldContain("http://pulih.test/kelas/");
        (await world.Attendee(session, owner)).Seat.ShouldBe(Seat.Held);
        (await world.Reload(session)).Taken.ShouldBe(1);

        var left = await Ask(phone, "Tidak jadi ikut");
        left.Text.ShouldContain("dibatalkan");
        await world.App.Quiet();
        (await world.Attendee(session, owner)).Seat.ShouldBe(Seat.None);
        await world.CountsAreTrue(session);
    }

    [Fact]
    public async Task A_seat_given_back_goes_to_the_one_who_waits_longest_and_an_offer_that_runs_out_to_the_next()
    {
        var session = await world.Class("Satu kursi", capacity: 1);
        var owners = await world.Owners(3);
        var phones = new List<Phone>();
        foreach (var owner in owners)
        {
            phones.Add(await world.PhoneOf(owner));
        }

        (await AskFor(phones[0], session)).Text.ShouldContain("terdaftar");
        (await AskFor(phones[1], session)).Text.ShouldContain("nomor 1 di daftar tunggu");
        (await AskFor(phones[2], session)).Text.ShouldContain("nomor 2 di daftar tunggu");

        await phones[0].SendText("Tidak jadi ikut");
        (await phones[0].Answer()).Text.ShouldContain("dibatalkan");
        (await phones[1].Answer()).Text.ShouldContain("Ada kursi kosong");
        await world.CountsAreTrue(session);

        await world.App.With(db => db.Set<Attendee>().Where(a => a.ClassId == session.Id && a.Seat == Seat.Offered).ExecuteUpdateAsync(s => s.SetProperty(a => a.OfferedUntil, ClassWorld.Now.AddSeconds(-1))));
        (await phones[1].Answer()).Text.ShouldContain("sudah lewat");
        (await phones[2].Answer()).Text.ShouldContain("Ada kursi kosong");
        (await Tap(phones[1], "Ya, saya ikut", $"accept:{session.Id:N}")).Text.ShouldContain("sudah lewat", Case.Insensitive, "the button of an offer that is over");
        (await Tap(phones[2], "Ya, saya ikut", $"accept:{session.Id:N}")).Text.ShouldContain("terdaftar");
        await world.App.Quiet();
        (await world.Attendee(session, owners[1])).Seat.ShouldBe(Seat.Lapsed);
        (await world.Attendee(session, owners[2])).Seat.ShouldBe(Seat.Held);
        await world.CountsAreTrue(session);
    }

    [Fact]
    public async Task The_code_on_the_screen_is_taken_once_and_yesterdays_is_explained()
    {
        var session = await world.Class("Kelas berlangsung", running: true);
        var owner = (await world.Owners(1))[0];
        await world.Seat(session, owner);
        var phone = await world.PhoneOf(owner);
        (await Ask(phone, "hadir")).Text.ShouldContain("4 angka");
        (await Ask(phone, $"hadir {world.Code(session, TimeSpan.FromDays(1))}")).Text.ShouldContain("kode lama tidak berlaku");
        var code = world.Code(session);
        (await Ask(phone, $"Hadir: {code}")).Text.ShouldContain("sudah tercatat");
        (await Ask(phone, $"hadir {code}")).Text.ShouldContain("tidak perlu dikirim lagi", Case.Insensitive);
        await world.App.Quiet();
        (await world.App.With(db => db.Set<Sighting>().CountAsync(s => s.ClassId == session.Id))).ShouldBe(1);
        (await world.Attendee(session, owner)).Present.ShouldBeTrue();
        await world.CountsAreTrue(session);
    }

    [Fact]
    public async Task Who_came_without_a_seat_is_noted_and_who_is_not_registered_is_led_to_the_registration()
    {
        var session = await world.Class("Tanpa daftar", running: true);
        var owner = (await world.Owners(1))[0];
        (await Ask(await world.PhoneOf(owner), $"hadir {world.Code(session)}")).Text.ShouldContain("sudah tercatat");
        await world.App.Quiet();
        (await world.Attendee(session, owner)).ShouldSatisfyAllConditions(a => a.Seat.ShouldBe(Seat.None), a => a.Seen.ShouldBeTrue());

        (await Ask(world.App.Phone("6281399999999", "Baru (contoh)"), "kelas")).Text.ShouldContain("daftar dulu");
    }

    [Fact]
    public async Task An_open_lesson_stays_open_while_a_seat_is_taken()
    {
        var session = await world.Class("Di tengah pelajaran");
        var phone = await world.PhoneOf((await world.Owners(1))[0]);
        var lesson = await Ask(phone, "lanjut");
        lesson.Text.ShouldContain("Pelajaran 1 dari 5");
        await AskFor(phone, session);
        (await Ask(phone, "lanjut")).Text.ShouldNotContain("kelas");
    }

    [Fact]
    public async Task Guessing_codes_is_stopped_after_five_wrong_ones()
    {
        var session = await world.Class("Menebak", running: true);
        var phone = await world.PhoneOf((await world.Owners(1))[0]);
        var valid = Enumerable.Range(-1, 5).Select(i => world.Code(session, TimeSpan.FromSeconds(30 * i))).ToHashSet();
        foreach (var wrong in Enumerable.Range(0, 10_000).Select(n => n.ToString("D4", System.Globalization.CultureInfo.InvariantCulture)).Where(c => !valid.Contains(c)).Take(5))
        {
            (await Ask(phone, $"hadir {wrong}")).Text.ShouldContain("tidak cocok");
        }

        (await Ask(phone, $"hadir {world.Code(session)}")).Text.ShouldContain("Tunggu 10 menit");
    }

    [Fact]
    public async Task News_is_told_once_to_those_it_concerns_and_absentees_hear_of_the_recording()
    {
        var session = await world.Class("Dibatalkan nanti");
        var owners = await world.Owners(3);
        var phones = new List<Phone>();
        foreach (var owner in owners)
        {
            phones.Add(await world.PhoneOf(owner));
            await Ask(phones[^1], "kelas"); // Free words are only taken by the provider within a day of the person's own.
        }

        await world.Seat(session, owners[0], owners[1]);
        await world.App.With(async db =>
        {
            var stored = (await db.Class(session.Id, default))!;
            stored.Start(TimeProvider.System);
            stored.End(TimeProvider.System);
            stored.Recording = "https://rekaman.contoh.invalid/1";
            stored.Tell(ClassNews.Missed);
            return await db.SaveChangesAsync();
        });
        foreach (var phone in phones.Take(2))
        {
            (await phone.Answer()).Text.ShouldContain("https://rekaman.contoh.invalid/1");
        }

        await world.App.Quiet();
        world.App.Meta.SentTo(phones[2].Number).Count.ShouldBe(1, "the answer to his own message only");
        (await world.Reload(session)).News.ShouldBe(ClassNews.None);
    }

    private static string Choice(SentMessage listed, ClassSession session) => listed.Replies.First(r => r.Id.EndsWith(session.Id.ToString("N"), StringComparison.Ordinal)).Title;

    private static Task<SentMessage> AskFor(Phone phone, ClassSession session) => Tap(phone, "Kelas", $"seat:{session.Id:N}");

    private static async Task<SentMessage> Tap(Phone phone, string title, string payload)
    {
        await phone.Tap(new Reply($"classes:{payload}", title), "wamid.contoh");
        return await phone.Answer();
    }

    private static async Task<SentMessage> Ask(Phone phone, string what)
    {
        await phone.SendText(what);
        return await phone.Answer();
    }
}
