using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Participants;

public sealed class ReadParticipantsTests(ParticipationWorld world) : IClassFixture<ParticipationWorld>
{
    [Fact]
    public async Task A_partners_officer_sees_only_its_own_whatever_it_filters()
    {
        var own = await world.Enrolled("Sri Batas", "Warung Batas", world.First);
        var other = await world.Enrolled("Siti Batas", "Toko Batas", world.Second);
        var scope = new PartnerScope(world.Agency.Id);
        (await Page(new() { Search = "batas" }, scope)).Select(r => r.EnrolmentId).ShouldBe([own.Id]);
        (await Page(new() { Partner = world.Campus.Id }, scope)).ShouldBeEmpty();
        (await world.App.With(db => world.Get<IParticipants>().Find(db, other.Id, scope, default))).ShouldBeNull();
        (await Page(new(), new PartnerScope(Guid.Empty))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        for (var i = 0; i < 7; i++)
        {
            await world.Enrolled($"Urut {i}", "Halaman", world.First, source: "halaman");
        }

        var seen = new List<string>();
        for (Guid? after = null; ;)
        {
            var page = await world.App.With(db => world.Get<IParticipants>().Page(db, new() { Source = "halaman" }, PartnerScope.Everything, after, 3, default));
            seen.AddRange(page.Rows.Select(r => r.PersonName));
            if ((after = page.Next) is null)
            {
                break;
            }
        }

        seen.ShouldBe(["Urut 6", "Urut 5", "Urut 4", "Urut 3", "Urut 2", "Urut 1", "Urut 0"]);
    }

    [Theory]
    [InlineData("ngatin")]
    [InlineData("keripik ngat")]
    [InlineData("NGATINEM Keripik")]
    [InlineData("O'Brien")]
    public async Task A_participant_is_found_by_the_beginning_of_any_word(string typed)
    {
        var enrolment = await world.Enrolled("Ngatinem O'Brien", "Keripik Ngatinem", world.First);
        (await Page(new() { Search = typed }, PartnerScope.Everything)).ShouldContain(r => r.EnrolmentId == enrolment.Id);
    }

    [Fact]
    public async Task A_participant_is_found_by_the_phone_number_as_people_write_it()
    {
        var enrolment = await world.Enrolled("Telepon", "Pulsa", world.First);
        var phone = (await Page(new() { Search = "telepon" }, PartnerScope.Everything)).Single().Phone!;
        (await Page(new() { Search = "0" + phone[3..9] }, PartnerScope.Everything)).ShouldContain(r => r.EnrolmentId == enrolment.Id);
        (await Page(new() { Search = "xyz" }, PartnerScope.Everything)).ShouldBeEmpty();
        (await Page(new() { Search = "!!" }, PartnerScope.Everything)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_narrows_by_everything_it_offers()
    {
        var bali = await world.Enrolled("Made", "Saring", world.Second, source: "saring", region: "51.03.01");
        await world.Enrolled("Joko", "Saring", world.First, source: "saring");
        var today = (await Page(new() { Source = "saring" }, PartnerScope.Everything))[0].LastActive;
        foreach (var filter in new ParticipantFilter[]
        {
            new() { Source = "saring", Province = "51" }, new() { Source = "saring", Cohort = world.Second.Id }, new() { Source = "saring", Partner = world.Campus.Id },
            new() { Source = "saring", Programme = bali.ProgrammeId, Province = "51", Stage = Stage.Registered, SilentSince = today.AddDays(1) },
        })
        {
            (await Page(filter, PartnerScope.Everything)).Select(r => r.EnrolmentId).ShouldBe([bali.Id]);
        }

        (await Page(new() { Source = "saring", SilentSince = today }, PartnerScope.Everything)).ShouldBeEmpty();
        (await Page(new() { Source = "saring", Stage = Stage.Completed }, PartnerScope.Everything)).ShouldBeEmpty();
        (await world.App.With(db => world.Get<IParticipants>().Sources(db, PartnerScope.Everything, default))).ShouldContain("saring");
    }

    [Fact]
    public async Task A_stage_rises_when_Learning_tells_and_never_falls_when_it_tells_late_or_twice()
    {
        var e = await world.Enrolled("Tahap", "Tahap", world.First, source: "tahap");
        var done = new CourseCompleted(e.Id, e.PersonId, e.BusinessId, e.ProgrammeId, e.CohortId, e.PartnerId, "jualan", "1", "Jualan", Guid.CreateVersion7(), 6, 6, 5, new(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc), new(2026, 8, 2, 0, 0, 0, DateTimeKind.Utc));
        var begun = new CourseBegun(e.Id, e.PersonId, e.BusinessId, "jualan", "1");
        var follow = new FollowLearning();
        await Tell(db => follow.Handle([begun], db, default), Stage.Learning);
        await Tell(db => follow.Handle([new LessonsCompleted(e.Id, e.PersonId, "jualan")], db, default), Stage.Quiz);
        await Tell(db => follow.Handle([done], db, default), Stage.Completed);
        await Tell(db => follow.Handle([begun], db, default), Stage.Completed);
        await Tell(db => follow.Handle([done], db, default), Stage.Completed);
    }

    private async Task Tell(Func<PulihDb, Task> handle, Stage expected)
    {
        await world.App.With(async db =>
        {
            await handle(db);
            return await db.SaveChangesAsync();
        });
        (await Page(new() { Source = "tahap" }, PartnerScope.Everything)).Single().Stage.ShouldBe(expected);
    }

    private async Task<IReadOnlyList<ParticipantRow>> Page(ParticipantFilter filter, PartnerScope scope) =>
        (await world.App.With(db => world.Get<IParticipants>().Page(db, filter, scope, null, 50, default))).Rows;
}
