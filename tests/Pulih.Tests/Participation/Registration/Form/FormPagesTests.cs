using System.Net;
using Microsoft.EntityFrameworkCore;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Accounts;
using Pulih.Platform.Facts;
using Pulih.Privacy.Consent;
using Pulih.Registry.Businesses;
using Pulih.Registry.Identities;
using Pulih.Registry.People;
using Pulih.Registry.Review;

namespace Pulih.Participation.Registration.Form;

public sealed class FormPagesTests(ParticipationWorld world) : IClassFixture<ParticipationWorld>
{
    [Fact]
    public async Task An_owner_without_WhatsApp_registers_on_the_light_page_with_permission_and_comes_in_by_the_link()
    {
        await Link("IKUT-1", world.Campus.Id);
        var form = Filled("Bu Ratna", "Batik Ratna", "batik tulis", "Plosoklaten, Kediri");
        using var answer = await world.App.Browser().Submit("/ikut/IKUT-1", "/ikut/IKUT-1", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var person = Guid.Parse(form[0].Value);
        (await One<Person>(p => p.Id == person)).ShouldSatisfyAllConditions(p => (p.Name, p.Address, p.Phone).ShouldBe(("Ratna", "Bu", null)));
        (await One<Business>(b => b.OwnerId == person)).ShouldSatisfyAllConditions(b => (b.Name, b.Sold, b.RegionCode).ShouldBe(("Batik Ratna", "batik tulis", "35.06.09")));
        (await One<Enrolment>(e => e.PersonId == person)).ShouldSatisfyAllConditions(e => (e.PartnerId, e.Source).ShouldBe((world.Campus.Id, "poster")));
        (await One<ConsentRow>(c => c.PersonId == person)).ShouldSatisfyAllConditions(c => (c.Given, c.Channel).ShouldBe((true, "web")));
        (await One<Identity>(i => i.PersonId == person)).Channel.ShouldBe("web");
    }

    [Fact]
    public async Task What_cannot_be_read_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        using var answer = await world.App.Browser().Submit("/ikut", "/ikut",
            ("Form.Person", Guid.CreateVersion7().ToString()), ("Form.Name", "123"), ("Form.Business", "<script>"), ("Form.Sold", "xyzzy"), ("Form.Place", "Bandung"), ("Form.Phone", "12"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("value=\"32.73\">Kota Bandung");
        page.ShouldContain("value=\"lainnya\"");
        page.ShouldContain("Nomor ini belum bisa kami baca");
        page.ShouldContain("Centang dulu kotak izin");
        page.ShouldContain("value=\"xyzzy\"");
        (await answer.Content.ReadAsStringAsync()).ShouldContain("value=\"&lt;script&gt;\"");

        var chosen = Filled("Ratih", "Xyzzy", "xyzzy", "Bandung", ("Form.Sector", "lainnya"), ("Form.Region", "32.73"));
        (await world.App.Browser().Submit("/ikut", "/ikut", chosen)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var person = Guid.Parse(chosen[0].Value);
        (await One<Business>(b => b.OwnerId == person)).ShouldSatisfyAllConditions(b => (b.Sold, b.SectorKey, b.RegionCode).ShouldBe(("xyzzy", "lainnya", "32.73")));
    }

    [Fact]
    public async Task A_form_sent_twice_registers_once()
    {
        var form = Filled("Pak Darsono", "Bengkel Darsono", "tambal ban", "Pare, Kediri");
        (await world.App.Browser().Submit("/ikut", "/ikut", form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var again = await world.App.Browser().Submit("/ikut", "/ikut", [.. form, ("Form.Similar", Guid.CreateVersion7().ToString()), ("Form.Same", "false")]);
        (await again.Content.ReadAsStringAsync()).ShouldContain("sudah tersimpan");
        (await world.App.With(db => db.Set<Business>().CountAsync(b => b.Name == "Bengkel Darsono"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_similar_business_is_asked_about_before_saving_on_the_web_as_well_and_tells_nobodys_name()
    {
        await world.Enrolled("Marsinah Kusumawardani", "Rempeyek Marsinah", world.First, region: "35.06.09");
        await world.App.Quiet();
        var form = Filled("Marsinah Kusumawardani", "Rempeyek Marsinah", "rempeyek", "Plosoklaten, Kediri");
        using var asked = await world.App.Browser().Submit("/ikut", "/ikut", form);
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        page.ShouldContain("Kami menemukan usaha yang mirip");
        page.ShouldContain("R••••••• M•••••••");
        var person = Guid.Parse(form[0].Value);
        (await world.App.With(db => db.Set<Person>().AnyAsync(p => p.Id == person))).ShouldBeFalse();

        var record = page.Split("Form.Similar\" value=\"")[1][..36];
        (await world.App.Browser().Submit("/ikut", "/ikut", [.. form, ("Form.Similar", record), ("Form.Same", "true")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.App.Quiet();
        (await One<Pair>(p => p.KnownId == Guid.Parse(record))).OwnerSays.ShouldBe(true);
    }

    [Fact]
    public async Task At_a_fairs_table_a_helper_registers_one_after_another_and_the_owner_goes_on_from_the_own_phone()
    {
        await Link("PAMERAN-1", world.Agency.Id);
        using var helper = await world.App.SignedIn(Roles.PartnerOfficer, world.Agency.Id);
        var number = world.Number();
        var form = Filled("Bu Sulastri", "Tempe Sulastri", "tempe", "Pare, Kediri", ("Form.Phone", "0" + number[2..]), ("kode", "PAMERAN-1"));
        using var saved = await helper.Submit(FairPage.Address, FairPage.Address, form);
        saved.Headers.Location?.ToString().ShouldBe("/daftarkan?kode=PAMERAN-1");
        WebUtility.HtmlDecode(await helper.GetStringAsync("/daftarkan?kode=PAMERAN-1")).ShouldContain("Sulastri sudah terdaftar.");
        var person = Guid.Parse(form[0].Value);
        (await world.App.With(db => db.Set<Fact>().CountAsync(f => f.Subject == person && f.Kind == "participation.typed-in"))).ShouldBe(1);

        var phone = world.App.Phone(number, "Contoh");
        await phone.SendText("halo");
        (await phone.Answer(TimeSpan.FromSeconds(60))).Text.ShouldContain("Selamat datang kembali, Bu Sulastri");

        // The same number once more: nothing is added.
        using var again = await helper.Submit(FairPage.Address, FairPage.Address, Filled("Orang Lain", "Toko Lain Sekali", "sembako", "Ubud", ("Form.Phone", "+" + number), ("kode", "PAMERAN-1")));
        WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()).ShouldContain("Nomor ini sudah terdaftar");
        (await world.App.With(db => db.Set<Business>().CountAsync(b => b.Name == "Toko Lain Sekali"))).ShouldBe(0);
    }

    [Fact]
    public async Task A_partners_helper_sees_and_uses_only_its_own_links()
    {
        await Link("MILIK-DINAS", world.Agency.Id);
        await Link("MILIK-KAMPUS", world.Campus.Id);
        using var helper = await world.App.SignedIn(Roles.PartnerOfficer, world.Campus.Id);
        var page = await helper.GetStringAsync(FairPage.Address);
        page.ShouldContain("MILIK-KAMPUS");
        page.ShouldNotContain("MILIK-DINAS");
        using var taken = await helper.Submit(FairPage.Address, FairPage.Address, Filled("Bu A", "Warung A", "warung kopi", "Ubud", ("Form.Phone", "0" + world.Number()[2..]), ("kode", "MILIK-DINAS")));
        taken.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static (string Name, string Value)[] Filled(string name, string business, string sold, string place, params (string, string)[] more) =>
        [("Form.Person", Guid.CreateVersion7().ToString()), ("Form.Name", name), ("Form.Business", business), ("Form.Sold", sold), ("Form.Place", place), ("Form.Agreed", "true"), .. more];

    private Task Link(string code, Guid partner) => world.App.Change(db => world.Get<IReferrals>().Add(db, new(code, world.First.ProgrammeId, world.First.Id, partner, "poster")));

    private Task<T> One<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class => world.App.With(db => db.Set<T>().AsNoTracking().SingleAsync(which));
}
