using Pulih.Platform.Storage;
using Pulih.Sending.Outbox;
using Pulih.Sending.Channels;

namespace Pulih.Sending.Senders;

/// <summary>How one send ended, and what it asks for.</summary>
internal sealed record Outcome(OutboxMessage Message, SendResult Result)
{
    private const int MostAttempts = 8;

    /// <summary>The state it leaves the message in, and when it may be tried again.</summary>
    public (OutboxState State, DateTime DueAt) After(DateTime now)
    {
        // 4^X seconds, X from 0: the provider's own advice for the pair rule.
        var backOff = TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(4, Message.Attempts)));
        return Result.Remedy switch
        {
            null when Result.IsUnknown => (OutboxState.Uncertain, now),
            null => (OutboxState.Accepted, now),
            Remedy.WaitForPerson => (OutboxState.Waiting, now),
            Remedy.StopChannel or Remedy.DelayNumber => (OutboxState.Queued, now),
            Remedy.DelayPerson or Remedy.Retry when Message.Attempts < MostAttempts => (OutboxState.Queued, now + backOff),
            _ => (OutboxState.Failed, now),
        };
    }
}

/// <summary>Writes the outcomes of a batch of sends in one statement.</summary>
internal static class RecordOutcomes
{
    // A status may have come before the send's own answer, and a new sender may have taken over: neither is overwritten.
    private static readonly string Sql = $"""
        UPDATE sending_outbox SET
          "ProviderId" = COALESCE(v."ProviderId", sending_outbox."ProviderId"),
          "State" = CASE WHEN sending_outbox."State" = {(int)OutboxState.Attempting} OR (v."State" = {(int)OutboxState.Accepted} AND sending_outbox."State" < {(int)OutboxState.Accepted}) THEN v."State" ELSE sending_outbox."State" END,
          "DueAt" = v."DueAt",
          "ErrorCode" = v."ErrorCode"
        FROM {ManyRows.Rows} WHERE sending_outbox."Id" = v."Id" AND sending_outbox."Claim" = v."Claim"
        """;

    // In the order of their ids, as everybody writes them, so that no two writers wait for each other.
    public static Task Write(PulihDb db, IReadOnlyList<Outcome> ended, Guid claim, DateTime now, CancellationToken cancel) =>
        ManyRows.Run<OutboxMessage>(db, ["Id", "Claim", "ProviderId", "State", "DueAt", "ErrorCode"], Sql, [.. ended.OrderBy(e => e.Message.Id).Select(e => Row(e, claim, now))], cancel);

    private static object?[] Row(Outcome ended, Guid claim, DateTime now)
    {
        var (state, due) = ended.After(now);
        return [ended.Message.Id, claim, ended.Result.ProviderId, state, due, ended.Result.ErrorCode];
    }
}
