using System.Net;
using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.ReadLog;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Outbox;

public sealed class OutboxPageTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(settings: "--Sending:On=false");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_list_shows_one_state_page_by_page_without_a_gap()
    {
        for (var i = 0; i < 120; i++)
        {
            await Message($"pesan {i:D3}.", i % 2 == 0 ? OutboxState.Failed : OutboxState.Read);
        }

        using var owner = await app.SignedIn(Roles.Owner);
        var (first, next) = await Page(owner, "/pesan-keluar?keadaan=Failed");
        var (second, end) = await Page(owner, next!);
        string[] seen = [.. first, .. second];
        seen.ShouldBe(Enumerable.Range(0, 60).Select(i => $"pesan {118 - i * 2:D3}."));
        end.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_nobody_knows_the_outcome_of_is_sent_again_or_taken_as_sent_and_only_once()
    {
        var again = await Message("kirim lagi saja", OutboxState.ForOperator);
        var sent = await Message("sudah sampai", OutboxState.ForOperator);
        using var owner = await app.SignedIn(Roles.Owner);

        await Decide(owner, again, "Again", "diputuskan");
        await Decide(owner, sent, "Sent", "diputuskan");
        (await State(again)).ShouldBe(OutboxState.Queued);
        (await State(sent)).ShouldBe(OutboxState.Accepted);
        await Decide(owner, sent, "Again", "terlambat");
        (await State(sent)).ShouldBe(OutboxState.Accepted);
    }

    [Fact]
    public async Task Who_looked_at_whose_messages_is_noted()
    {
        var message = await Message("sertifikat", OutboxState.Failed);
        using var owner = await app.SignedIn(Roles.Owner);
        await owner.GetStringAsync("/pesan-keluar");
        var reading = await app.With(db => db.Set<Reading>().SingleAsync());
        reading.Page.ShouldBe("/pesan-keluar");
        (await app.With(db => db.Set<OutboxMessage>().Where(m => m.Id == message).Select(m => m.PersonId).SingleAsync())).ShouldBe(reading.PersonId);
        (await app.With(db => db.Set<Account>().Where(a => a.Id == reading.ReaderId).Select(a => a.Role).SingleAsync())).ShouldBe(Roles.Owner);
    }

    private async Task<Guid> Message(string text, OutboxState state)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var message = new OutboxMessage
        {
            Id = Ids.Next(TimeProvider.System), PersonId = Guid.CreateVersion7(), Channel = "whatsapp", Number = "100000000000001", Address = "6281200000001", Purpose = Purpose.Certificate,
            Body = System.Text.Json.JsonSerializer.Serialize(new Say(text)), HeardAt = now, QueuedAt = now, DueAt = now, State = state,
        };
        await app.Change(db => db.Add(message));
        return message.Id;
    }

    private Task<OutboxState> State(Guid id) => app.With(db => db.Set<OutboxMessage>().Where(m => m.Id == id).Select(m => m.State).SingleAsync());

    private static async Task Decide(HttpClient owner, Guid id, string decision, string answer)
    {
        using var decided = await owner.Submit("/pesan-keluar?keadaan=ForOperator", "/pesan-keluar?handler=" + decision, ("id", id.ToString()), ("keadaan", "ForOperator"));
        decided.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        decided.Headers.Location!.OriginalString.ShouldEndWith(answer);
    }

    private static async Task<(List<string> Rows, string? Next)> Page(HttpClient owner, string address)
    {
        var html = await owner.GetStringAsync(address);
        var rows = html.Split("class=\"words\">").Skip(1).Select(r => r.Split('<')[0]).ToList();
        var older = html.Split("href=\"").Skip(1).Select(h => WebUtility.HtmlDecode(h.Split('"')[0])).FirstOrDefault(h => h.Contains("sebelum=", StringComparison.Ordinal));
        return (rows, older is null ? null : "/pesan-keluar" + older);
    }
}
