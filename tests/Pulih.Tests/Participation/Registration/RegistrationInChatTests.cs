using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Inbox;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Participation.Participants;
using Pulih.Platform.Facts;
using Pulih.Privacy.Consent;
using Pulih.Registry.Businesses;
using Pulih.Registry.Identities;
using Pulih.Registry.People;

namespace Pulih.Participation.Registration;

public sealed class RegistrationInChatTests(ParticipationWorld world) : IClassFixture<ParticipationWorld>
{
    [Fact]
    public async Task A_stranger_with_an_entry_link_becomes_an_enrolled_owner_with_every_row_and_fact()
    {
        await world.App.Change(db => world.Get<IReferrals>().Add(db, new("fbpage1", world.Second.ProgrammeId, world.Second.Id, world.Agency.Id, "halaman-facebook")));
        var number = world.Number();
        var last = await Talk(number, "Halo, saya mau ikut pelatihan (kode FBPAGE1)", "Setuju", "Bu Sri", "Keripik Bu Sri", "Pare, Kediri");

        last.ShouldContain("Kec. Pare, Kab. Kediri, Jawa Timur");
        last.ShouldContain(ParticipationWorld.Lessons);
        await world.App.Quiet();
        var identity = await One<Identity>(i => i.Address == number);
        var person = await One<Person>(p => p.Id == identity.PersonId);
        (person.Name, person.Address, person.Phone, person.ProvinceCode).ShouldBe(("Sri", "Bu", "+" + number, "35"));
        var business = await One<Business>(b => b.OwnerId == person.Id);
        (business.Name, business.SectorKey, business.Kbli, business.KbliVersion, business.RegionCode).ShouldBe(("Keripik Bu Sri", "makanan_olahan", "10794", "KBLI 2020", "35.06.17"));
        var enrolment = await One<Enrolment>(e => e.PersonId == person.Id);
        (enrolment.CohortId, enrolment.PartnerId, enrolment.Source, enrolment.ReferralCode, enrolment.CourseCode).ShouldBe((world.Second.Id, world.Agency.Id, "halaman-facebook", "FBPAGE1", "foto"));
        (await One<ConsentRow>(c => c.PersonId == person.Id)).Given.ShouldBeTrue();
        (await world.App.With(db => db.Set<Fact>().Where(f => f.Subject == person.Id).Select(f => f.Kind).OrderBy(k => k).ToListAsync()))
            .ShouldBe(["participation.enrolled", "privacy.consent-given"]);
        (await One<Participant>(p => p.PersonId == person.Id)).ShouldSatisfyAllConditions(p => p.Stage.ShouldBe(Stage.Registered), p => p.BusinessName.ShouldBe("Keripik Bu Sri"));
    }

    [Fact]
    public async Task A_corrected_name_reaches_the_participant_list()
    {
        var number = world.Number();
        await Talk(number, "halo", "ya", "Srii", "Bakso Mantap", "Pare", "ubah data", "Nama saya", "Sri Lestari");
        await world.App.Quiet();
        var found = await world.App.With(db => world.Get<IParticipants>().Page(db, new() { Search = "lestari" }, new(null), null, 10, default));
        found.Rows.ShouldHaveSingleItem().PersonName.ShouldBe("Sri Lestari");
        (await world.App.With(db => world.Get<IParticipants>().Page(db, new() { Search = "srii" }, new(null), null, 10, default))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_on_a_partners_list_is_welcomed_back_on_its_first_message()
    {
        var enrolment = await world.Enrolled("Wati Contoh", "Jamu Wati", world.First);
        var person = await One<Person>(p => p.Id == enrolment.PersonId);
        (await Talk(person.Phone![1..], "halo", "Setuju")).ShouldContain("Selamat datang kembali");
        (await world.App.With(db => db.Set<Enrolment>().CountAsync(e => e.PersonId == person.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Who_names_a_business_that_somebody_else_registered_is_asked_before_it_is_saved_and_a_human_decides_with_the_answer()
    {
        await world.Enrolled("Rukmini Hadiningrat", "Gethuk Rukmini", world.First, region: "35.06.09");
        await world.App.Quiet();
        var number = world.Number();
        var phone = world.App.Phone(number, "Contoh");
        foreach (var text in (string[])["halo", "Setuju", "Rukmini Hadiningrat", "Gethuk Rukmini", "jajanan pasar", "Plosoklaten"])
        {
            await phone.SendText(text);
            await phone.Answer(TimeSpan.FromSeconds(60));
        }

        world.App.Meta.SentTo(number)[^1].Text.ShouldContain("usaha yang mirip: G••••• R••••••");
        (await world.App.With(db => db.Set<Identity>().AnyAsync(i => i.Address == number))).ShouldBeFalse();
        await phone.SendText("Ya, sama");
        (await phone.Answer(TimeSpan.FromSeconds(60))).Text.ShouldContain(ParticipationWorld.Lessons);
        await world.App.Quiet();
        (await One<Registry.Review.Pair>(p => p.OwnerSays == true)).State.ShouldBe(Registry.Review.PairState.Open);
    }

    [Fact]
    public async Task Nothing_but_the_refusal_is_kept_of_who_refuses()
    {
        var number = world.Number();
        (await Talk(number, "halo", "tidak")).ShouldContain("tidak apa-apa");
        (await world.App.With(db => db.Set<Identity>().AnyAsync(i => i.Address == number))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_whole_registration_written_in_one_breath_is_understood()
    {
        var number = world.Number();
        var phone = world.App.Phone(number, "Cepat");
        await Task.WhenAll(phone.SendText("halo"), Task.Delay(5));
        foreach (var text in new[] { "ya", "Cepat Contoh", "Gorengan", "Pare" })
        {
            await phone.SendText(text);
        }

        await world.App.Quiet();
        (await world.App.With(db => db.Set<Identity>().CountAsync(i => i.Address == number))).ShouldBe(1);
        (await world.App.With(db => db.Set<InboxMessage>().CountAsync(m => m.State == InboxState.Parked))).ShouldBe(0);
    }

    private async Task<string> Talk(string number, params string[] texts)
    {
        var phone = world.App.Phone(number, "Contoh");
        var said = "";
        foreach (var text in texts)
        {
            await phone.SendText(text);
            said = (await phone.Answer(TimeSpan.FromSeconds(60))).Text;
        }

        return said;
    }

    private Task<T> One<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class => world.App.With(db => db.Set<T>().AsNoTracking().SingleAsync(which));
}
