using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Outbox;
using Pulih.Sending.WhatsApp;

namespace Pulih.Sending.Senders;

/// <summary>How one send ended, and what it asks for.</summary>
internal sealed record Outcome(OutboxMessage Message, SendResult Result)
{
    private const int MostAttempts = 8;

    public Remedy? Remedy => Result.ErrorCode is { } code ? WhatsAppErrors.For(code) : null;

    /// <summary>The state it leaves the message in, and when it may be tried again.</summary>
    public (OutboxState State, DateTime DueAt) After(DateTime now)
    {
        // 4^X seconds, X from 0: the provider's own advice for the pair rule.
        var backOff = TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(4, Message.Attempts)));
        return Remedy switch
        {
            null when Result.IsUnknown => (OutboxState.Uncertain, now),
            null => (OutboxState.Accepted, now),
            WhatsApp.Remedy.WaitForPerson => (OutboxState.Waiting, now),
            WhatsApp.Remedy.StopChannel or WhatsApp.Remedy.DelayNumber => (OutboxState.Queued, now),
            WhatsApp.Remedy.DelayPerson or WhatsApp.Remedy.Retry when Message.Attempts < MostAttempts => (OutboxState.Queued, now + backOff),
            _ => (OutboxState.Failed, now),
        };
    }
}

/// <summary>Writes the outcomes of a batch of sends in one statement that both databases understand.</summary>
internal static class RecordOutcomes
{
    /// <summary>A status may have come before the send's own answer, and a new sender may have taken over: neither is overwritten.</summary>
    public static Task Write(PulihDb db, IReadOnlyList<Outcome> ended, Guid claim, DateTime now, CancellationToken cancel)
    {
        var sql = new StringBuilder("""
            UPDATE sending_outbox SET
              "ProviderId" = COALESCE(v.column2, "ProviderId"),
              "State" = CASE WHEN "State" = 1 OR (v.column3 = 10 AND "State" < 10) THEN v.column3 ELSE "State" END,
              "DueAt" = v.column4,
              "ErrorCode" = v.column5
            FROM (VALUES
            """);
        var values = new List<object>();
        foreach (var outcome in ended)
        {
            var (state, due) = outcome.After(now);
            sql.Append(CultureInfo.InvariantCulture, $"{(values.Count == 0 ? " " : ", ")}({{{values.Count}}}, ");
            values.Add(outcome.Message.Id);
            sql.Append(Column(values, outcome.Result.ProviderId, "varchar"));
            sql.Append(CultureInfo.InvariantCulture, $", {(int)state}, {{{values.Count}}}, ");
            values.Add(due);
            sql.Append(outcome.Result.ErrorCode is { } code ? code.ToString(CultureInfo.InvariantCulture) : "CAST(NULL AS integer)").Append(')');
        }

        sql.Append(CultureInfo.InvariantCulture, $") AS v WHERE sending_outbox.\"Id\" = v.column1 AND sending_outbox.\"Claim\" = {{{values.Count}}}");
        values.Add(claim);
        return db.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancel);
    }

    private static string Column(List<object> values, string? value, string type)
    {
        if (value is null)
        {
            return $"CAST(NULL AS {type})";
        }

        values.Add(value);
        return FormattableString.Invariant($"{{{values.Count - 1}}}");
    }
}
