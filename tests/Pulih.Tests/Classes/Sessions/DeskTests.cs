using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Platform.Accounts;
using Pulih.Privacy.ReadLog;

namespace Pulih.Classes.Sessions;

/// <summary>The pages of those who schedule and hold classes.</summary>
public sealed class DeskTests(ClassWorld world) : IClassFixture<ClassWorld>
{
    private const string New = "/desk/classes/edit";

    [Fact]
    public async Task A_series_becomes_a_class_a_week_at_the_same_hour_of_its_zone()
    {
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var day = DateOnly.FromDateTime(ClassWorld.Now.AddDays(10));
        using var saved = await trainer.Submit(New, New, Fields("Berseri", day, "19.30", "21:00", ("Input.Weeks", "3"), ("Input.Zone", "Asia/Makassar")));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var made = await world.App.With(db => db.Set<ClassSession>().AsNoTracking().Where(c => c.Title == "Berseri").OrderBy(c => c.StartsAt).ToListAsync());
        made.Select(c => c.StartsAt).ShouldBe([.. Enumerable.Range(0, 3).Select(w => day.AddDays(7 * w).ToDateTime(new(11, 30), DateTimeKind.Utc))], "19.30 WITA is 11.30 UTC");
        made.Select(c => c.SeriesId).Distinct().Single().ShouldNotBeNull();
        (await trainer.GetStringAsync(ClassesPage.Address)).ShouldContain("pukul 19.30 WITA");
    }

    [Fact]
    public async Task Each_wrong_field_says_what_to_do_and_nothing_is_made()
    {
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var yesterday = DateOnly.FromDateTime(ClassWorld.Now.AddDays(-2));
        foreach (var (fields, said) in new[]
        {
            (Fields("", yesterday.AddDays(9), "19.30", "21.00"), "Tulis judul"),
            (Fields("Salah", yesterday, "19.30", "21.00"), "Waktu ini sudah lewat"),
            (Fields("Salah", yesterday.AddDays(9), "jam tujuh", "21.00"), "misalnya 19.30"),
            (Fields("Salah", yesterday.AddDays(9), "19.30", "19.35"), "paling singkat 10 menit"),
            (Fields("Salah", yesterday.AddDays(9), "19.30", "21.00", ("Input.Room", "javascript:alert(1)")), "https://"),
            (Fields("Salah", yesterday.AddDays(9), "19.30", "21.00", ("Input.Needed", "500")), "panjang kelas"),
        })
        {
            using var answer = await trainer.Submit(New, New, fields);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain(said);
        }

        (await world.App.With(db => db.Set<ClassSession>().AnyAsync(c => c.Title == "Salah"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_class_is_started_its_code_shown_people_marked_and_ended_and_who_looked_is_noted()
    {
        var session = await world.Class("Dijalankan", needed: 30);
        var owner = (await world.Owners(1, name: "Sulastri Contoh"))[0];
        await world.Seat(session, owner);
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var home = $"{ClassesPage.Address}/{session.Id}";
        (await trainer.Submit(home, home + "?handler=Start")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await trainer.GetStringAsync(home + "/screen")).ShouldContain(world.Code(session));
        var page = await trainer.GetStringAsync(home);
        page.ShouldContain("Sulastri Contoh");
        var attendee = await world.Attendee(session, owner);
        (await trainer.Submit(home, home + "?handler=Mark", ("attendee", attendee.Id.ToString()), ("present", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await trainer.Submit(home, home + "?handler=End")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.App.Quiet();
        (await world.Attendee(session, owner)).ShouldSatisfyAllConditions(a => a.Present.ShouldBeTrue(), a => a.Decision.ShouldBe(true));
        (await world.Reload(session)).ShouldSatisfyAllConditions(s => s.State.ShouldBe(ClassState.Ended), s => s.Present.ShouldBe(1));
        await world.CountsAreTrue(session);
        (await world.App.With(db => db.Set<Reading>().AnyAsync(r => r.Page == home))).ShouldBeTrue();
    }

    [Fact]
    public async Task Everybody_who_changes_a_class_at_the_same_moment_gets_through()
    {
        var session = await world.Class("Serempak", running: true);
        var owners = await world.Owners(6);
        await world.Seat(session, owners);
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var home = $"{ClassesPage.Address}/{session.Id}";
        var token = await trainer.FormToken(home);
        var marks = new List<Task<HttpResponseMessage>>();
        foreach (var owner in owners)
        {
            var attendee = await world.Attendee(session, owner);
            marks.Add(Post("Mark", ("attendee", attendee.Id.ToString()), ("present", "true")));
            marks.Add(Post("Recording", ("address", $"https://rekaman.contoh.invalid/{marks.Count}")));
        }

        (await Task.WhenAll(marks)).ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
        await world.App.Quiet();
        (await world.Reload(session)).Present.ShouldBe(6);
        await world.CountsAreTrue(session);

        Task<HttpResponseMessage> Post(string handler, params (string Name, string Value)[] fields) =>
            trainer.PostAsync($"{home}?handler={handler}", new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]));
    }

    [Fact]
    public async Task Seats_taken_while_a_form_was_open_do_not_refuse_its_change()
    {
        var session = await world.Class("Ramai");
        await world.Seat(session, await world.Owners(2));
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var edit = $"{New}/{session.Id}";
        (await trainer.Submit(edit, edit, Fields("Ramai sekali", DateOnly.FromDateTime(ClassWorld.Now.AddDays(9)), "10.00", "11.00", ("Input.Sequence", "0")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.Reload(session)).ShouldSatisfyAllConditions(s => s.Title.ShouldBe("Ramai sekali"), s => s.Taken.ShouldBe(2));
    }

    [Fact]
    public async Task A_report_finds_its_people_counts_once_however_often_it_comes_and_the_rest_waits_for_a_human()
    {
        var held = await world.Class("Dilaporkan", starts: ClassWorld.Now.AddHours(-2), needed: 40);
        var owners = await world.Owners(2, name: "Nurhayati Contoh");
        var other = (await world.Owners(1, name: "Made Sukarta Contoh"))[0];
        await world.Seat(held, [.. owners, other]);
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var address = $"{ClassesPage.Address}/{held.Id}/report";
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
        string At(int minutes) => TimeZoneInfo.ConvertTimeFromUtc(held.StartsAt.AddMinutes(minutes), zone).ToString("MM/dd/yyyy hh:mm:ss tt", System.Globalization.CultureInfo.InvariantCulture);
        var csv = $"Name (Original Name),User Email,Join Time,Leave Time\nMade Sukarta,,{At(0)},{At(30)}\nMade Sukarta,,{At(31)},{At(58)}\nNurhayati,,{At(2)},{At(59)}\nGalaxy A12,,{At(2)},{At(4)}";

        WebUtility.HtmlDecode(await Bring(trainer, address, csv)).ShouldContain("4 baris baru, 2 di antaranya sudah dikenali.");
        var again = WebUtility.HtmlDecode(await Bring(trainer, address, csv));
        again.ShouldContain("0 baris baru");
        again.ShouldContain("Beberapa peserta kelas ini bernama sama.");
        await world.App.Quiet();
        (await world.Attendee(held, other)).ShouldSatisfyAllConditions(a => a.Minutes.ShouldBe(58), a => a.Present.ShouldBeTrue());
        (await world.Attendee(held, owners[0])).Seen.ShouldBeFalse("nobody is chosen between two of one name");

        var waiting = await world.App.With(db => db.Set<ReportRow>().AsNoTracking().Where(r => r.ClassId == held.Id && r.Matched == null).ToListAsync());
        await trainer.Submit(address, address + "?handler=Give", ("row", waiting.Single(r => r.Name == "Nurhayati").Id.ToString()), ("person", owners[1].PersonId.ToString()));
        await trainer.Submit(address, address + "?handler=Give", ("row", waiting.Single(r => r.Name == "Galaxy A12").Id.ToString()), ("person", ""));
        await world.App.Quiet();
        (await world.Attendee(held, owners[1])).Present.ShouldBeTrue();
        (await world.Attendee(held, owners[0])).Present.ShouldBeFalse();
        (await trainer.GetStringAsync(address)).ShouldContain("Semua baris laporan sudah ada orangnya.");
        await world.CountsAreTrue(held);
    }

    [Fact]
    public async Task A_paper_list_is_taken_name_by_name_and_counts_its_people_as_there()
    {
        var held = await world.Class("Daftar kertas", starts: ClassWorld.Now.AddHours(-2), needed: 40);
        var (first, second) = ((await world.Owners(1, name: "Rahmawati Contoh"))[0], (await world.Owners(1, name: "Bambang Contoh"))[0]);
        await world.Seat(held, first, second);
        var number = (await world.PhoneOf(second)).Number;
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var address = $"{ClassesPage.Address}/{held.Id}/report";
        using var answer = await trainer.Submit(address, address + "?handler=Paper", ("list", $"Bu Rahmawati\r\n0{number[2..]}\r\nTidak Dikenal\r\n"));
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("3 baris baru, 2 di antaranya sudah dikenali.");
        await world.App.Quiet();
        (await world.Attendee(held, first)).Present.ShouldBeTrue();
        (await world.Attendee(held, second)).Present.ShouldBeTrue();
        (await world.Reload(held)).Reported.ShouldBeFalse("a paper list says nothing of those who are not on it");
        await world.CountsAreTrue(held);
    }

    [Fact]
    public async Task Another_tools_file_is_refused_in_words_and_nothing_is_kept()
    {
        var held = await world.Class("Berkas salah", starts: ClassWorld.Now.AddHours(-2));
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        (await Bring(trainer, $"{ClassesPage.Address}/{held.Id}/report", "nama_usaha,nik\nKeripik,12")).ShouldContain("bukan laporan kehadiran yang dikenal");
        (await world.App.With(db => db.Set<ReportRow>().AnyAsync(r => r.ClassId == held.Id))).ShouldBeFalse();
        (await world.Reload(held)).Reported.ShouldBeFalse();
    }

    [Fact]
    public async Task A_class_that_moves_is_told_to_its_people_and_a_change_by_two_people_at_once_is_refused_to_the_second()
    {
        var session = await world.Class("Dipindah");
        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var edit = $"{New}/{session.Id}";
        var day = DateOnly.FromDateTime(ClassWorld.Now.AddDays(20));
        (await trainer.Submit(edit, edit, Fields("Dipindah", day, "10.00", "11.00", ("Input.Sequence", "0")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await world.Reload(session)).ShouldSatisfyAllConditions(s => s.Sequence.ShouldBe(1), s => s.NewsNumber.ShouldBe(1));
        using var second = await trainer.Submit(edit, edit, Fields("Dipindah lagi", day, "10.00", "11.00", ("Input.Sequence", "0")));
        WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync()).ShouldContain("baru saja berubah");
        (await world.Reload(session)).Title.ShouldBe("Dipindah");
    }

    private (string Name, string Value)[] Fields(string title, DateOnly day, string from, string until, params (string Name, string Value)[] instead) =>
    [
        .. new (string Name, string Value)[]
        {
            ("Input.Title", title), ("Input.Programme", world.Cohort.ProgrammeId.ToString()), ("Input.Kind", "Meeting"), ("Input.Room", "https://ruang.contoh.invalid/1"),
            ("Input.Day", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Input.From", from), ("Input.Until", until), ("Input.Zone", "Asia/Jakarta"), ("Input.Needed", "0"), ("Input.Forgiven", "5"), ("Input.Weeks", "1"),
        }.Where(f => instead.All(i => i.Name != f.Name)),
        .. instead,
    ];

    private static async Task<string> Bring(HttpClient trainer, string address, string csv)
    {
        using var answer = await trainer.Upload(address, address, "file", Encoding.UTF8.GetBytes(csv), "laporan.csv", ("zone", "Asia/Jakarta"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }
}
