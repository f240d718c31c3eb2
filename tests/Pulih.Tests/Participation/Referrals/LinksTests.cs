using System.Net;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Commands;
using Pulih.Platform.Events;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Referrals;

/// <summary>Entry links as officers make, share and read them.</summary>
public sealed class LinksTests(ParticipationWorld world) : IClassFixture<ParticipationWorld>
{
    [Fact]
    public async Task A_link_is_made_on_its_page_hangs_as_a_poster_and_tells_whom_it_brought_and_how_many_finished()
    {
        using var officer = await world.App.SignedIn(Roles.ProgrammeOfficer);
        var made = await officer.Submit(LinksPage.Address, LinksPage.Address, ("Code", "pasar-baru"), ("CohortId", world.First.Id.ToString()), ("PartnerId", world.Agency.Id.ToString()), ("Source", "poster-pasar"));
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var poster = await officer.GetAsync($"{LinksPage.Address}?handler=Poster&code=PASAR-BARU");
        poster.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await poster.Content.ReadAsByteArrayAsync()).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();

        var came = new List<EnrolmentInfo>();
        for (var i = 0; i < 3; i++)
        {
            came.Add(await Enrolled("PASAR-BARU"));
        }

        await world.App.Change(db =>
        {
            db.Raise(new CourseBegun(came[0].Id, came[0].PersonId, came[0].BusinessId, "jualan", "1"), TimeProvider.System);
            db.Raise(new CourseBegun(came[1].Id, came[1].PersonId, came[1].BusinessId, "jualan", "1"), TimeProvider.System);
        });
        await Eventually.Holds(async () => await Counts("PASAR-BARU") == (3, 2, 0));
        (await officer.GetStringAsync(LinksPage.Address)).ShouldContain("/peserta?tautan=PASAR-BARU");
        (await officer.GetStringAsync("/peserta?tautan=pasar-baru")).ShouldContain("PASAR-BARU");
        (await Recount()).ShouldBeEmpty();
        await world.App.Change(db => db.Set<Referral>().Single(r => r.Code == "PASAR-BARU").Came = 7);
        (await Recount()).Count().ShouldBe(1, "a wrong figure is seen");
        await world.App.Change(db => db.Set<Referral>().Single(r => r.Code == "PASAR-BARU").Came = 3);
    }

    [Fact]
    public async Task A_partners_officer_sees_and_makes_only_its_own_links()
    {
        await world.App.Change(db => world.Get<IReferrals>().Add(db, new("MILIK-DINAS", Guid.CreateVersion7(), world.First.Id, world.Agency.Id, "poster")));
        using var campus = await world.App.SignedIn(Roles.PartnerOfficer, world.Campus.Id);
        (await campus.GetStringAsync(LinksPage.Address)).ShouldNotContain("MILIK-DINAS");
        (await campus.GetAsync($"{LinksPage.Address}?handler=Poster&code=MILIK-DINAS")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await campus.Submit(LinksPage.Address, LinksPage.Address, ("Code", "KAMPUS-9"), ("CohortId", world.First.Id.ToString()), ("PartnerId", world.Agency.Id.ToString()), ("Source", "kampus"));
        (await world.App.With(db => db.Set<Referral>().SingleAsync(r => r.Code == "KAMPUS-9"))).PartnerId.ShouldBe(world.Campus.Id, "whatever the form says");
    }

    [Fact]
    public async Task A_code_that_is_none_or_taken_is_explained_beside_its_field()
    {
        using var officer = await world.App.SignedIn(Roles.ProgrammeOfficer);
        var page = await (await officer.Submit(LinksPage.Address, LinksPage.Address, ("Code", "a b"), ("CohortId", world.First.Id.ToString()), ("PartnerId", world.Agency.Id.ToString()), ("Source", "x"))).Content.ReadAsStringAsync();
        WebUtility.HtmlDecode(page).ShouldContain("3 sampai 20 huruf");
    }

    [Fact]
    public void Invitations_take_as_many_days_as_the_limit_needs_and_each_person_is_invited_once() =>
        Gen.Select(Gen.Int[1, 2_000_000], Gen.OneOf(Ramp.Steps.Take(4).Select(s => Gen.Const(s)).ToArray()), Gen.Bool).Sample((people, limit, grows) =>
        {
            var days = Ramp.Days(people, limit, grows);
            days.Sum().ShouldBe(people);
            days[0].ShouldBe(Math.Min(people, limit));
            Ramp.Days(people, limit, grows: false).Count.ShouldBe((people + limit - 1) / limit);
        }, iter: 200);

    [Fact]
    public async Task The_ramp_is_calculated_on_a_page()
    {
        using var officer = await world.App.SignedIn(Roles.ProgrammeOfficer);
        var page = await officer.GetStringAsync($"{RampPage.Address}?orang=15000&batas=250&sendiri=0");
        page.ShouldContain("60 hari");
        Ramp.Days(15_000, 250, grows: true).ShouldBe([250, 2_000, 10_000, 2_750]);
        (await officer.GetStringAsync($"{RampPage.Address}?orang=x&batas=7&sendiri=900")).ShouldContain("0 hari");
    }

    private Task<(int, int, int)> Counts(string code) => world.App.With(async db => await db.Set<Referral>().Where(r => r.Code == code).Select(r => new ValueTuple<int, int, int>(r.Came, r.Begun, r.Completed)).SingleAsync());

    private async Task<IEnumerable<string>> Recount() => (await world.App.Services.GetServices<IRecount>().OfType<CountReferrals>().Single().Differences(default)).Where(d => d.Contains("PASAR-BARU", StringComparison.Ordinal));

    private async Task<EnrolmentInfo> Enrolled(string code)
    {
        EnrolmentInfo? enrolment = null;
        await world.App.Change(db =>
        {
            var people = world.Get<IPeople>();
            var number = world.Number();
            var owner = people.Register(db, new(Guid.CreateVersion7(), "Orang Contoh", null, "+" + number, "whatsapp", number, "35.06.15", "id"));
            owner = people.AddBusiness(db, owner, new("Warung Contoh", "kue", "makanan_olahan", "10794", "35.06.15"));
            enrolment = world.Get<Enrolments.Enrol>().Into(db, owner, owner.Businesses[0].Id, new(world.First, world.Agency.Id, "poster-pasar", code));
        });
        return enrolment!;
    }
}
