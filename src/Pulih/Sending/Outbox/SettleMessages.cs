using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Outbox;

/// <summary>Moves outbox rows forward by what the provider reports, whatever order the reports come in.</summary>
internal sealed class SettleMessages : ISettle
{
    public async Task Settle(PulihDb db, IReadOnlyList<Settlement> reports, CancellationToken cancel)
    {
        var known = reports.Where(r => r.OutboxId is not null && StateOf(r.Status) is not null)
            .GroupBy(r => r.OutboxId!.Value)
            .Select(g => new
            {
                Id = g.Key,
                State = g.Max(r => StateOf(r.Status)!.Value),
                g.First().ProviderId,
                Error = g.Select(r => r.ErrorCode).FirstOrDefault(c => c is not null),
                Price = g.FirstOrDefault(r => r.PriceCategory is not null),
                At = g.Max(r => r.At),
            })
            .ToList();
        if (known.Count == 0)
        {
            return;
        }

        var sql = new StringBuilder("""
            UPDATE sending_outbox SET
              "State" = CASE WHEN v.column2 > "State" THEN v.column2 ELSE "State" END,
              "ProviderId" = COALESCE("ProviderId", v.column3),
              "ErrorCode" = COALESCE(v.column4, "ErrorCode"),
              "PriceCategory" = COALESCE(v.column5, "PriceCategory"),
              "PriceType" = COALESCE(v.column6, "PriceType"),
              "SettledAt" = v.column7
            FROM (VALUES
            """);
        var values = new List<object>();
        string Value(object? value, string type)
        {
            if (value is null)
            {
                return $"CAST(NULL AS {type})";
            }

            values.Add(value);
            return FormattableString.Invariant($"{{{values.Count - 1}}}");
        }

        foreach (var r in known)
        {
            sql.Append(values.Count == 0 ? " (" : ", (")
                .Append(Value(r.Id, "uuid")).Append(", ").Append(CultureInfo.InvariantCulture, $"{(int)r.State}, ")
                .Append(Value(r.ProviderId, "varchar")).Append(", ").Append(r.Error?.ToString(CultureInfo.InvariantCulture) ?? "CAST(NULL AS integer)").Append(", ")
                .Append(Value(r.Price?.PriceCategory, "varchar")).Append(", ").Append(Value(r.Price?.PriceType, "varchar")).Append(", ")
                .Append(Value(r.At, "varchar")).Append(')');
        }

        await db.Database.ExecuteSqlRawAsync(sql.Append(") AS v WHERE sending_outbox.\"Id\" = v.column1").ToString(), values, cancel);
    }

    public async Task Heard(PulihDb db, IReadOnlyCollection<string> addresses, DateTime at, CancellationToken cancel)
    {
        var waiting = db.Set<OutboxMessage>().Where(m => m.State == OutboxState.Waiting && addresses.Contains(m.Address));
        await waiting.Where(m => m.Purpose == Purpose.Reply).ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Lapsed), cancel);
        await waiting.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Queued).SetProperty(m => m.HeardAt, at), cancel);
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
