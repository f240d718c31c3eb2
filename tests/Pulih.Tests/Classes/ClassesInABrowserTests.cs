using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Platform.Accounts;

namespace Pulih.Classes;

/// <summary>A trainer with a phone, from the schedule to the attendance, and an owner without scripts.</summary>
[Trait("kind", "journey")]
public sealed class ClassesInABrowserTests(ClassWorld world, Chromium chromium) : IClassFixture<ClassWorld>
{
    [Fact]
    public async Task A_class_is_scheduled_held_and_counted_on_a_phone()
    {
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.SignIn(world.App, Roles.Trainer);
        await page.GotoAsync(world.App.Url + "/desk/classes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Jadwalkan kelas" }).ClickAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        await page.GetByLabel("Judul").FillAsync("Foto malam hari");
        await page.GetByLabel("Tautan ruang").FillAsync("https://ruang.contoh.invalid/9");
        await page.GetByLabel("Hari", new() { Exact = true }).FillAsync(DateOnly.FromDateTime(ClassWorld.Now.AddDays(1)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Mulai").FillAsync("19:30");
        await page.GetByLabel("Selesai").FillAsync("21:00");
        await page.GetByLabel("Menit agar dihitung hadir").FillAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await page.GetByText("Tersimpan.").WaitForAsync();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        var session = await world.App.With(db => db.Set<ClassSession>().AsNoTracking().SingleAsync(c => c.Title == "Foto malam hari"));
        var owners = await world.Owners(2);
        await world.Seat(session, owners);

        await page.GetByRole(AriaRole.Button, new() { Name = "Mulai kelas" }).ClickAsync();
        await page.GetByText("sedang berlangsung").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tampilkan di layar" }).ClickAsync();
        var code = (await page.Locator(".number").InnerTextAsync()).Trim();
        (await Chromium.Complaints(page)).ShouldBeEmpty();
        var phone = await world.PhoneOf(owners[0]);
        await phone.SendText($"hadir {code}");
        (await phone.Answer()).Text.ShouldContain("sudah tercatat");
        await world.App.Quiet();

        await page.GotoAsync($"{world.App.Url}/desk/classes/{session.Id}?lihat=Missing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tandai hadir" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Selesai" }).ClickAsync();
        await page.GetByText("selesai", new() { Exact = true }).WaitForAsync();
        await world.App.Quiet();
        (await world.Reload(session)).Present.ShouldBe(2);
        foreach (var path in new[] { "/desk/classes", $"/desk/classes/{session.Id}", $"/desk/classes/{session.Id}/report" })
        {
            await page.GotoAsync(world.App.Url + path);
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_owner_opens_the_seat_and_gives_it_back_with_and_without_scripts(bool scripts)
    {
        var session = await world.Class("Kursi di halaman", running: true);
        var owner = (await world.Owners(1))[0];
        await world.Seat(session, owner);
        var address = world.Get<ClassLink>().To(await world.Attendee(session, owner)).Replace("http://pulih.test", world.App.Url, StringComparison.Ordinal);
        var page = await chromium.Page(360, scripts);
        await using var closing = page.Context;
        await page.GotoAsync(address);
        if (scripts)
        {
            (await Chromium.Complaints(page)).ShouldBeEmpty();
        }

        (await page.GetByRole(AriaRole.Link, new() { Name = "Masuk ke ruang kelas" }).CountAsync()).ShouldBe(1);
        await page.GetByText("Tidak jadi ikut").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kembalikan kursi" }).ClickAsync();
        await page.GetByText("Kursi sudah dikembalikan").Or(page.GetByText("tidak punya kursi")).WaitForAsync();
        await world.App.Quiet();
        (await world.Attendee(session, owner)).Seat.ShouldBe(Seat.None);
    }
}
