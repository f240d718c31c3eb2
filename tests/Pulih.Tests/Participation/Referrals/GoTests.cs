using System.Net;
using Pulih.Participation.Contracts;

namespace Pulih.Participation.Referrals;

public sealed class GoTests(ParticipationWorld world) : IClassFixture<ParticipationWorld>
{
    [Theory]
    [InlineData("POSTER-9")]
    [InlineData("poster-9")]
    public async Task An_entry_link_opens_the_chat_with_its_code(string code)
    {
        if ((await world.Get<IReferrals>().Map(default)).Find("POSTER-9") is null)
        {
            await world.App.Change(db => world.Get<IReferrals>().Add(db, new("poster-9", world.First.ProgrammeId, world.First.Id, world.Agency.Id, "poster")));
        }

        var answer = await world.App.Http.GetAsync($"/go/{code}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Uri.UnescapeDataString(answer.Headers.Location!.OriginalString).ShouldEndWith("(kode POSTER-9)");
    }

    [Theory]
    [InlineData("TIDAK-ADA")]
    [InlineData("%3Cscript%3E")]
    public async Task An_unknown_code_still_shows_the_way_into_the_chat(string code)
    {
        var answer = await world.App.Http.GetAsync($"/go/{code}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Bapak/Ibu tetap bisa ikut pelatihan");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("DUA-PULUH-SATU-HURUF-X")]
    public void A_code_that_cannot_be_typed_is_refused(string code) =>
        Should.Throw<ArgumentException>(() => Referral.Of(new(code, Guid.Empty, Guid.Empty, Guid.Empty, "poster"), default));
}
