using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Outbox;

/// <summary>Tells what was said, from the outbox.</summary>
internal sealed class TellSent(IStringLocalizer<Texts> text) : ISent
{
    public async Task<IReadOnlyList<SentMessage>> To(PulihDb db, string channel, IReadOnlyCollection<string> addresses, DateTime before, int take, CancellationToken cancel)
    {
        var rows = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(m => addresses.Contains(m.Address) && m.Channel == channel && m.QueuedAt < before)
            .OrderByDescending(m => m.Id).Take(take)
            .Select(m => new { m.Id, m.QueuedAt, m.Body, m.State })
            .ToListAsync(cancel);
        return rows.ConvertAll(m => new SentMessage(m.Id, m.QueuedAt, Read(m.Body), TickOf(m.State), text["state." + m.State]));
    }

    public static Say Read(string body) => JsonSerializer.Deserialize<Say>(body, QueueMessage.Json)!;

    private static Tick TickOf(OutboxState state) => state switch
    {
        OutboxState.Queued or OutboxState.Attempting or OutboxState.Uncertain => Tick.OnItsWay,
        OutboxState.Accepted or OutboxState.Sent => Tick.Sent,
        OutboxState.Delivered => Tick.Delivered,
        OutboxState.Read => Tick.Read,
        _ => Tick.Stuck,
    };
}
