using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pulih.Learning.Contracts;
using Pulih.Platform.Accounts;

namespace Pulih.Learning.Authoring;

/// <summary>A trainer makes a course in the browser: with the preview that follows the typing, and by keyboard alone.</summary>
[Trait("kind", "journey")]
public sealed class EditorInABrowserTests(SharedApp shared, Chromium chromium) : IClassFixture<SharedApp>
{
    private readonly App app = shared.App;

    [Fact]
    public async Task A_course_is_made_previewed_arranged_and_published()
    {
        var page = await chromium.Page(1280);
        await using var closing = page.Context;
        await page.SignIn(app, Roles.Trainer);
        await page.GotoAsync(app.Url + "/desk/courses");
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await page.GetByLabel("Judul pelatihan").FillAsync("Harga yang pas");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mulai menulis" }).ClickAsync();
        await page.GetByLabel("Ringkasan").FillAsync("Menghitung harga jual tanpa rugi.");
        await page.GetByLabel("Jawaban benar agar lulus").FillAsync("1");
        await page.GetByLabel("Tugas praktik").FillAsync("Foto daftar harga di warung Bapak/Ibu.");
        await page.GetByLabel("Yang dilihat pelatih").FillAsync("Harganya terbaca\nAda tanggalnya");
        await page.GetByLabel("Berapa yang harus ada").FillAsync("1");
        await page.GetByLabel("Menit ikut kelas").FillAsync("90");
        await page.Locator("#pratinjau .bubble", new() { HasText = "Harganya terbaca" }).WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await Save(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "1. Pelajaran pertama" }).ClickAsync();
        await page.GetByLabel("Judul pelajaran").FillAsync("Hitung modal");
        await page.GetByLabel("Tulisan").FillAsync("Tulis semua **modal** di kertas.");
        await page.Locator("#pratinjau strong", new() { HasText = "modal" }).First.WaitForAsync(new() { State = WaitForSelectorState.Visible });
        (await page.Locator("#pratinjau .bubble").InnerTextAsync()).ShouldContain("Pelajaran 1 dari 1: Hitung modal");
        await page.GetByLabel("Tulisan").FillAsync(new string('a', 800));
        await page.Locator("#pratinjau .note.bad").WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await page.GetByLabel("Tulisan").FillAsync("Tulis semua **modal** di kertas.");
        await Save(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah pelajaran" }).ClickAsync();
        await page.GetByLabel("Judul pelajaran").FillAsync("Tambah untung");
        await page.GetByLabel("Tulisan").FillAsync("Tambahkan untung yang wajar.");
        await Save(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Naikkan pelajaran 2" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "1. Tambah untung" }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2. Hitung modal" }).DragToAsync(page.GetByRole(AriaRole.Link, new() { Name = "1. Tambah untung" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "1. Hitung modal" }).WaitForAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Kuis" }).ClickAsync();
        await page.GetByLabel("Pertanyaan", new() { Exact = true }).FillAsync("Apa yang dihitung dulu?");
        await page.GetByLabel("Pilihan jawaban").FillAsync("Modal\nUntung");
        await page.GetByLabel("Penjelasan").FillAsync("Modal dulu, baru untung.");
        await page.Locator("#pratinjau .option.right", new() { HasText = "Modal" }).WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah pertanyaan" }).ClickAsync();
        var second = page.Locator("#bagian-1");
        await second.GetByLabel("Bentuk soal").SelectOptionAsync("number");
        (await second.GetByLabel("Pilihan jawaban").IsVisibleAsync()).ShouldBeFalse("a number has no options");
        await second.GetByLabel("Pertanyaan", new() { Exact = true }).FillAsync("Modal Rp7.500, untung Rp2.500. Berapa harganya?");
        await second.GetByLabel("Jawaban yang benar", new() { Exact = true }).FillAsync("10.000");
        await second.GetByLabel("Penjelasan").FillAsync("Modal ditambah untung.");
        await page.Locator("#pratinjau .option.right", new() { HasText = "10.000" }).WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await Save(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan" }).ClickAsync();
        await page.GetByText("Sudah terbit.").WaitForAsync();
        var course = app.Services.GetRequiredService<ICourses>().Find("harga-yang-pas")!;
        course.Task!.Rubric.ShouldBe(["Harganya terbaca", "Ada tanggalnya"]);
        (course.Task.Needed, course.ClassMinutes).ShouldBe((1, 90));
        course.Lessons.Select(l => l.Title).ShouldBe(["Hitung modal", "Tambah untung"]);
    }

    [Fact]
    public async Task The_editor_can_be_used_on_a_small_screen()
    {
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.SignIn(app, Roles.Trainer);
        foreach (var path in new[] { "/desk/courses", "/desk/courses/foto-produk-dengan-hp", "/desk/courses/foto-produk-dengan-hp?bagian=01-cahaya-jendela.md", "/desk/courses/foto-produk-dengan-hp?bagian=kuis" })
        {
            await page.GotoAsync(app.Url + path);
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }
    }

    private static async Task Save(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan konsep" }).ClickAsync();
        await page.GetByText("Konsep ini belum dilihat peserta.").WaitForAsync();
    }
}
