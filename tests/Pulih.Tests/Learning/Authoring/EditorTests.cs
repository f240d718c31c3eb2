using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Platform.Accounts;

namespace Pulih.Learning.Authoring;

/// <summary>A trainer writes courses on the running product, by forms alone.</summary>
public sealed class EditorTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task A_course_is_written_from_nothing_and_published_and_everybody_finds_it()
    {
        using var trainer = await app.SignedIn(Roles.Trainer);
        var home = await Begin(trainer, "Bungkus rapi");
        (await Text(trainer, home)).ShouldContain("perlu diperbaiki sebelum terbit");
        (await Publish(trainer, home)).ShouldContain("perlu diperbaiki sebelum terbit");
        (await app.Http.GetAsync("/pelatihan/bungkus-rapi")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await Write(trainer, home);
        (await Publish(trainer, home)).ShouldContain("Sudah terbit");
        (await app.Http.GetStringAsync("/pelatihan/bungkus-rapi")).ShouldContain("Pilih bungkus");
        var course = app.Services.GetRequiredService<ICourses>().Find("bungkus-rapi")!;
        course.Lessons[0].Steps.Count.ShouldBe(2);
        course.Quiz.Questions[0].Options[course.Quiz.Questions[0].RightPlace()].ShouldBe("Plastik bersih");
    }

    [Fact]
    public async Task A_change_makes_a_new_version_and_an_older_one_can_be_offered_again()
    {
        using var trainer = await app.SignedIn(Roles.Trainer);
        var home = await Begin(trainer, "Dua versi");
        await Write(trainer, home);
        await Publish(trainer, home);
        var courses = app.Services.GetRequiredService<ICourses>();
        var first = courses.Find("dua-versi")!;

        await Save(trainer, home, "01-pelajaran-pertama.md", "save", ("Lesson.Title", "Judul baru"), ("Lesson.Steps[0].Text", "Satu."), ("Lesson.Steps[1].Text", "Dua."));
        courses.Find("dua-versi")!.Version.ShouldBe(first.Version, "a draft is not on offer");
        await Publish(trainer, home);
        var second = courses.Find("dua-versi")!;
        second.Lessons[0].Title.ShouldBe("Judul baru");
        courses.Find("dua-versi", first.Version)!.Lessons[0].Title.ShouldBe("Pilih bungkus", "who began it ends it");

        await trainer.Submit(home, home + "?handler=Restore", ("version", first.Version));
        courses.Find("dua-versi")!.Version.ShouldBe(first.Version);
        (await app.With(db => db.Set<Offer>().CountAsync(o => o.CourseCode == "dua-versi"))).ShouldBe(3, "history says what was on offer and when");
    }

    [Fact]
    public async Task Two_authors_at_once_the_second_keeps_what_was_typed_and_writes_over_nothing()
    {
        using var first = await app.SignedIn(Roles.Trainer);
        using var second = await app.SignedIn(Roles.Trainer);
        var home = await Begin(first, "Berdua");
        var seen = await app.With(db => db.Set<Draft>().Where(d => d.CourseCode == "berdua").Select(d => d.Version).SingleAsync());
        await Save(first, home, "01-pelajaran-pertama.md", "save", ("Lesson.Title", "Milik pertama"), ("Lesson.Steps[0].Text", "Satu."));
        using var answer = await second.Submit(home, $"{home}?bagian=01-pelajaran-pertama.md", ("Seen", $"{seen}"), ("do", "save"), ("Lesson.Title", "Milik kedua"), ("Lesson.Steps[0].Text", "Tulisan kedua."));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        page.ShouldContain("Orang lain baru saja menyimpan");
        page.ShouldContain("Tulisan kedua.");
        (await Text(first, home)).ShouldContain("Milik pertama");
    }

    [Fact]
    public async Task The_preview_shows_both_channels_and_what_is_to_be_mended_and_keeps_nothing()
    {
        using var trainer = await app.SignedIn(Roles.Trainer);
        var home = await Begin(trainer, "Pratinjau");
        using var answer = await trainer.Submit(home, $"{home}?handler=Preview&bagian=01-pelajaran-pertama.md", ("Lesson.Title", "Judul"), ("Lesson.Steps[0].Text", $"Tulisan **tebal**.\n\n{new string('a', 800)}"));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        html.ShouldContain("<strong>tebal</strong>");
        html.ShouldContain("dari 724 huruf");
        html.ShouldContain("perlu diperbaiki di bagian ini");
        html.ShouldNotContain("<html");
        (await Text(trainer, $"{home}?bagian=01-pelajaran-pertama.md")).ShouldNotContain("tebal**.");
    }

    [Fact]
    public async Task Script_in_a_lesson_is_shown_as_words_or_refused_and_never_runs()
    {
        using var trainer = await app.SignedIn(Roles.Trainer);
        var home = await Begin(trainer, "Naskah");
        using var answer = await trainer.Submit(home, $"{home}?handler=Preview&bagian=01-pelajaran-pertama.md", ("Lesson.Title", "<script>alert(1)</script>"), ("Lesson.Steps[0].Text", "<img src=x onerror=alert(1)> [klik](javascript:alert(1))"));
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img src=x", Case.Insensitive);
        html.ShouldNotContain("href=\"javascript", Case.Insensitive);
    }

    [Fact]
    public async Task A_pack_is_taken_out_and_brought_again_and_a_broken_one_changes_nothing()
    {
        using var trainer = await app.SignedIn(Roles.Trainer);
        var files = SamplePack.Files();
        (await Import(trainer, SamplePack.Source(files).ToZip())).ShouldEndWith("/desk/courses/contoh");
        var zip = await trainer.GetByteArrayAsync("/desk/courses/contoh?handler=Zip");
        PackSource.FromZip("contoh", zip).Version.ShouldBe(SamplePack.Source(files).Version);

        files["01-satu.md"] = "Tanpa judul";
        var said = WebUtility.HtmlDecode(await Import(trainer, SamplePack.Source(files).ToZip()));
        said.ShouldContain("01-satu.md:1");
        (await app.With(db => db.Set<Draft>().AsNoTracking().SingleAsync(d => d.CourseCode == "contoh"))).Zip.ShouldBe(SamplePack.Source(SamplePack.Files()).ToZip(), ignoreOrder: false, "nothing was changed");
    }

    [Fact]
    public async Task A_file_that_is_no_pack_or_unpacks_without_end_is_refused_in_words()
    {
        using var trainer = await app.SignedIn(Roles.Trainer);
        WebUtility.HtmlDecode(await Import(trainer, "not a zip"u8.ToArray())).ShouldContain("Ini bukan paket pelatihan");
        using var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("course.yaml").Open();
            for (var i = 0; i < 40; i++)
            {
                entry.Write(new byte[1 << 20]);
            }
        }

        WebUtility.HtmlDecode(await Import(trainer, bomb.ToArray())).ShouldContain("Ini bukan paket pelatihan");
    }

    [Fact]
    public async Task Courses_are_written_by_those_who_may_and_by_nobody_else()
    {
        using var partner = await app.SignedIn(Roles.PartnerOfficer, Guid.CreateVersion7());
        (await partner.GetAsync("/desk/courses")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Http.GetAsync("/desk/courses/foto-produk-dengan-hp?handler=Media&file=cahaya-jendela.svg")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> Begin(HttpClient trainer, string title)
    {
        using var answer = await trainer.Submit("/desk/courses", "/desk/courses", ("NewTitle", title));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task Write(HttpClient trainer, string home)
    {
        await Save(trainer, home, EditorPage.About, "save", ("Course.Title", "Bungkus rapi"), ("Course.Summary", "Bungkus yang rapi menjual."), ("Course.Minutes", "10"), ("Course.Needed", "1"), ("Course.Authors", "Tim Contoh"), ("Course.Licence", "CC BY 4.0"), ("Course.Language", "id"));
        await Save(trainer, home, "01-pelajaran-pertama.md", "add", ("Lesson.Title", "Pilih bungkus"), ("Lesson.Steps[0].Text", "Pilih bungkus yang **bersih**."));
        await Save(trainer, home, "01-pelajaran-pertama.md", "save", ("Lesson.Title", "Pilih bungkus"), ("Lesson.Steps[0].Text", "Pilih bungkus yang **bersih**."), ("Lesson.Steps[1].Text", "Tempel label."));
        await Save(trainer, home, EditorPage.Quiz, "save", ("Questions[0].Id", "q1"), ("Questions[0].Text", "Bungkus mana yang baik?"), ("Questions[0].Options", "Koran bekas\r\nPlastik bersih"), ("Questions[0].Correct", "2"), ("Questions[0].Explain", "Plastik bersih menjaga makanan."));
    }

    private async Task Save(HttpClient trainer, string home, string part, string what, params (string, string)[] fields)
    {
        var code = home.Split('/')[^1];
        var seen = await app.With(db => db.Set<Draft>().Where(d => d.CourseCode == code).Select(d => (int?)d.Version).SingleOrDefaultAsync()) ?? 0;
        using var answer = await trainer.Submit(home, $"{home}?bagian={part}", [("Seen", $"{seen}"), ("do", what), .. fields]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<string> Publish(HttpClient trainer, string home)
    {
        using var answer = await trainer.Submit(home, home + "?handler=Publish");
        return answer.StatusCode == HttpStatusCode.Redirect ? await Text(trainer, answer.Headers.Location!.OriginalString) : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> Import(HttpClient trainer, byte[] zip)
    {
        using var answer = await trainer.Upload("/desk/courses", "/desk/courses?handler=Import", "file", zip, "paket.zip");
        return answer.Headers.Location?.OriginalString ?? await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> Text(HttpClient trainer, string address) => WebUtility.HtmlDecode(await trainer.GetStringAsync(address));
}
