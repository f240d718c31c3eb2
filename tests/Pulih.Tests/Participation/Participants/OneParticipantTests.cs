using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;

namespace Pulih.Participation.Participants;

public sealed class OneParticipantTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(adjust: CountingDialogue.Only);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_conversation_stands_there_as_it_happened_with_ticks()
    {
        var row = await Talked();
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        var html = await officer.GetStringAsync($"/peserta/{row.EnrolmentId}");
        int[] places = [.. new[] { "halo pertama", "1: Text halo pertama", "halo kedua", "2: Text halo kedua" }.Select(t => html.IndexOf(t, StringComparison.Ordinal))];
        places.ShouldBeInOrder();
        places.ShouldAllBe(p => p > 0);
        html.ShouldContain("✓");
    }

    [Fact]
    public async Task A_partner_reads_it_only_with_permission_and_only_when_nobody_elses_programme_is_in_it()
    {
        var row = await Talked();
        using var officer = await app.SignedIn(Roles.PartnerOfficer, Crowd.PartnerA);
        (await officer.GetStringAsync($"/peserta/{row.EnrolmentId}")).ShouldNotContain("halo pertama");
        await app.Allows(row);
        (await officer.GetStringAsync($"/peserta/{row.EnrolmentId}")).ShouldContain("halo pertama");
        await app.Add("Sri Wahyuni", Crowd.PartnerB, person: row.PersonId);
        (await officer.GetStringAsync($"/peserta/{row.EnrolmentId}")).ShouldNotContain("halo pertama");
    }

    [Fact]
    public async Task A_message_that_was_set_aside_is_marked()
    {
        var row = await Talked();
        await app.Phone().SendText(CountingDialogue.Poison);
        await app.Quiet();
        using var officer = await app.SignedIn(Roles.ProgrammeOfficer);
        (await officer.GetStringAsync($"/peserta/{row.EnrolmentId}")).ShouldContain("· tertahan<");
    }

    private async Task<Participant> Talked()
    {
        var siti = app.Phone();
        await siti.SendText("halo pertama");
        await siti.Answer();
        await siti.SendText("halo kedua");
        await app.Quiet();
        return await app.Add("Siti (contoh)", Crowd.PartnerA, person: await app.With(db => db.Set<Conversation>().Select(c => c.PersonId).SingleAsync()));
    }
}
