using System.Net;
using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Turns;
using Pulih.Platform.Accounts;

namespace Pulih.Chat.Inbox;

public sealed class ParkedPageTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(adjust: CountingDialogue.Only);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_parked_message_stands_in_the_list_with_its_trouble_and_can_be_answered_again()
    {
        var siti = app.Phone();
        await siti.SendText(CountingDialogue.Poison);
        await app.Quiet();
        var parked = await app.With(db => db.Set<InboxMessage>().SingleAsync(m => m.State == InboxState.Parked));
        using var owner = await app.SignedIn(Roles.Owner);

        var html = await owner.GetStringAsync("/pesan-tertahan");
        html.ShouldContain(siti.Number);
        html.ShouldContain(parked.Trouble!);
        (await owner.GetStringAsync("/meja")).ShouldContain("pesan tertahan");

        using var answer = await owner.Submit("/pesan-tertahan", "/pesan-tertahan?handler=Replay", ("id", parked.Id.ToString()));
        answer.Headers.Location!.OriginalString.ShouldEndWith("diulang");
        await app.Quiet();
        app.Meta.SentTo(siti.Number).Count.ShouldBe(2, "it was tried again, and its cause is still there");
    }

    [Fact]
    public async Task A_message_that_is_not_parked_is_not_answered_a_second_time()
    {
        var siti = app.Phone();
        await siti.SendText("halo");
        await siti.Answer();
        await app.Quiet();
        var done = await app.With(db => db.Set<InboxMessage>().SingleAsync());
        using var owner = await app.SignedIn(Roles.Owner);
        using var answer = await owner.Submit("/meja", "/pesan-tertahan?handler=Replay", ("id", done.Id.ToString()));
        answer.Headers.Location!.OriginalString.ShouldEndWith("terlambat");
        await app.Quiet();
        app.Meta.SentTo(siti.Number).Count.ShouldBe(1);
    }
}
