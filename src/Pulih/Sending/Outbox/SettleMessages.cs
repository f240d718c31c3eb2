using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;
using Pulih.Sending.Senders;

namespace Pulih.Sending.Outbox;

/// <summary>Moves outbox rows forward by what the provider reports, whatever order the reports come in.</summary>
internal sealed class SettleMessages(RateCard card, TimeProvider clock) : ISettle
{
    private const string Sql = $"""
        UPDATE sending_outbox SET
          "State" = CASE WHEN v."State" > sending_outbox."State" THEN v."State" ELSE sending_outbox."State" END,
          "ProviderId" = COALESCE(sending_outbox."ProviderId", v."ProviderId"),
          "ErrorCode" = COALESCE(v."ErrorCode", sending_outbox."ErrorCode"),
          "PriceCategory" = COALESCE(v."PriceCategory", sending_outbox."PriceCategory"),
          "PriceType" = COALESCE(v."PriceType", sending_outbox."PriceType"),
          "SettledAt" = v."SettledAt"
        FROM {ManyRows.Rows} WHERE sending_outbox."Id" = v."Id"
        """;

    public async Task Settle(PulihDb db, IReadOnlyList<Settlement> reports, CancellationToken cancel)
    {
        // In the order of their ids, as everybody writes them, so that no two writers wait for each other.
        var known = reports.Where(r => r.OutboxId is not null && StateOf(r.Status) is not null).GroupBy(r => r.OutboxId!.Value).OrderBy(g => g.Key).Select(Row).ToList();
        await ManyRows.Run<OutboxMessage>(db, ["Id", "State", "ProviderId", "ErrorCode", "PriceCategory", "PriceType", "SettledAt"], Sql, known, cancel);
        // Only WhatsApp's messages have a price.
        var priced = reports.Where(r => r is { OutboxId: not null, Channel: ChannelName.WhatsApp }).Select(r => r.OutboxId!.Value).Distinct().ToList();
        await SettleMoney.Of(db, priced, await card.Now(cancel), cancel);
        await HeedRefusals.After(db, [.. reports.Where(r => r is { OutboxId: not null, ErrorCode: not null }).Select(r => (r.OutboxId!.Value, r.ErrorCode!.Value))], clock, cancel);
        foreach (var receipt in reports.Where(r => r is { OutboxId: null, Address: not null }).OrderBy(r => r.Address, StringComparer.Ordinal).ThenBy(r => r.At))
        {
            await Receipt(db, receipt, cancel);
        }
    }

    /// <summary>A phone tells how far it has come: a message and what went before it, or everything up to a moment.</summary>
    private static async Task Receipt(PulihDb db, Settlement receipt, CancellationToken cancel)
    {
        if (StateOf(receipt.Status) is not { } state)
        {
            return;
        }

        var theirs = db.Set<OutboxMessage>().Where(m => m.Address == receipt.Address && m.Channel == receipt.Channel);
        if (receipt.ProviderId.Length > 0)
        {
            var last = await theirs.Where(m => m.ProviderId == receipt.ProviderId).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancel);
            theirs = theirs.Where(m => m.Id <= last);
        }
        else
        {
            theirs = theirs.Where(m => m.AttemptedAt <= receipt.At);
        }

        await theirs.Where(m => m.State >= OutboxState.Accepted && m.State < state)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, state).SetProperty(m => m.SettledAt, receipt.At), cancel);
    }

    // The furthest state, and whatever any of the reports knows besides.
    private static object?[] Row(IGrouping<Guid, Settlement> reports)
    {
        var price = reports.FirstOrDefault(r => r.PriceCategory is not null);
        return
        [
            reports.Key, reports.Max(r => StateOf(r.Status)!.Value), reports.First().ProviderId, reports.Select(r => r.ErrorCode).FirstOrDefault(c => c is not null),
            price?.PriceCategory, price?.PriceType, reports.Max(r => r.At),
        ];
    }

    public async Task Heard(PulihDb db, IReadOnlyCollection<string> addresses, DateTime at, CancellationToken cancel)
    {
        var waiting = db.Set<OutboxMessage>().Where(m => (m.State == OutboxState.Waiting || (m.State == OutboxState.Stopped && Purposes.Lapsing.Contains(m.Purpose))) && addresses.Contains(m.Address));
        await waiting.ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, m => Purposes.Lapsing.Contains(m.Purpose) ? OutboxState.Lapsed : OutboxState.Queued).SetProperty(m => m.HeardAt, m => Purposes.Lapsing.Contains(m.Purpose) ? m.HeardAt : at),
            cancel);
    }

    private static OutboxState? StateOf(string status) => status switch
    {
        "sent" => OutboxState.Sent,
        "delivered" => OutboxState.Delivered,
        "read" or "played" => OutboxState.Read,
        "failed" => OutboxState.Failed,
        _ => null,
    };
}
