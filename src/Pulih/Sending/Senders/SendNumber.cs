using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Broadcasts;
using Pulih.Sending.Channels;
using Pulih.Sending.Contracts;
using Pulih.Sending.Cost;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.Senders;

/// <summary>
/// Sends the messages of one number, Page or account: takes what is due, records the attempt, keeps many requests in flight, writes the
/// outcomes in batches. A person's next message goes out only after the one before it was taken.
/// </summary>
internal sealed class SendNumber(Outlet outlet, IChannel channel, IDbContextFactory<PulihDb> dbs, RateCard card, TimeProvider clock, ILogger log)
{
    private const int InFlight = 256;
    private const int Look = 500;

    private readonly string number = outlet.Id;
    private readonly Guid claim = Ids.Next(clock);
    private readonly NumberPacer pace = new(outlet.PerSecond, clock);
    private readonly PairPacer pairs = new(clock);
    private readonly HashSet<string> busy = [];
    private readonly Channel<Outcome> outcomes = Channel.CreateUnbounded<Outcome>();

    // Outcomes stay here until they are written: one the database refuses now would leave its person waiting for good.
    private readonly List<Outcome> ended = [];
    private DateTime pausedUntil;

    /// <summary>What was on its way when the former sender of this number went down is uncertain now; what it sent lately still counts for the pair rule.</summary>
    public async Task TakeOver(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using (var write = await Write.Begin(db, cancel))
        {
            await db.Set<OutboxMessage>().Where(m => m.Number == number && m.State == OutboxState.Attempting && m.Claim != claim)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Uncertain), cancel);
            await write.Commit(cancel);
        }

        var lately = clock.GetUtcNow().UtcDateTime.AddMinutes(-5);
        foreach (var sent in await db.Set<OutboxMessage>().Where(m => m.Number == number && m.QueuedAt > lately && m.AttemptedAt > lately).GroupBy(m => m.Address).Select(g => new { g.Key, Times = g.Count() }).ToListAsync(cancel))
        {
            pairs.Went(sent.Key, sent.Times);
        }
    }

    /// <summary>One look at what is due; gives whether it is worth looking again at once.</summary>
    public async Task<bool> Go(CancellationToken cancel)
    {
        await WriteOutcomes(cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var room = Math.Min(pace.Free, InFlight - busy.Count);
        if (room <= 0 || now < pausedUntil)
        {
            return false;
        }

        await using var db = await dbs.CreateDbContextAsync(cancel);
        // Answers go before campaigns, of which never many wait here at once.
        var queued = db.Set<OutboxMessage>().AsNoTracking().Where(m => m.Number == number && m.State == OutboxState.Queued).OrderBy(m => m.Id);
        var due = await queued.Where(m => m.CampaignId == null).Take(Look).ToListAsync(cancel);
        if (due.Count < room)
        {
            due.AddRange(await queued.Where(m => m.CampaignId != null).Take(Look).ToListAsync(cancel));
        }

        var picked = Pick(due, now, room, out var closed);
        if (picked.Count + closed.Count == 0)
        {
            return false;
        }

        var ours = await Claim(db, picked, closed, now, cancel);
        pace.Went(ours.Count);
        foreach (var message in ours)
        {
            busy.Add(message.Address);
            pairs.Went(message.Address);
            _ = Send(message, cancel);
        }

        return due.Count >= Look || picked.Count > 0;
    }

    /// <summary>Waits until something in flight has ended, at most this long.</summary>
    public async Task Rest(TimeSpan longest, CancellationToken cancel)
    {
        Task some = outcomes.Reader.WaitToReadAsync(cancel).AsTask();
        await Task.WhenAny(some, Task.Delay(longest, cancel));
    }

    public bool Idle => busy.Count == 0;

    private List<OutboxMessage> Pick(List<OutboxMessage> due, DateTime now, int room, out List<Guid> closed)
    {
        var picked = new List<OutboxMessage>();
        closed = [];
        var passedOver = new HashSet<string>();
        foreach (var message in due)
        {
            if (NeedsWindow(message) && message.HeardAt + Window(message) <= now)
            {
                closed.Add(message.Id);
            }
            else if (busy.Contains(message.Address) || message.DueAt > now || (channel.PairRule && !pairs.MayGo(message.Address)) || picked.Count == room)
            {
                passedOver.Add(message.Address);
            }
            else if (passedOver.Add(message.Address))
            {
                picked.Add(message);
            }
        }

        return picked;
    }

    private bool NeedsWindow(OutboxMessage message) => message.Category == PriceCategory.Service || !channel.Can.Templates;

    private TimeSpan Window(OutboxMessage message) => message.Purpose == Purpose.Human ? channel.Can.HumanWindow : Outgoing.Window;

    /// <summary>Records the attempts before anything is sent; gives those that are really ours.</summary>
    private async Task<List<OutboxMessage>> Claim(PulihDb db, List<OutboxMessage> picked, List<Guid> closed, DateTime now, CancellationToken cancel)
    {
        var ids = picked.ConvertAll(m => m.Id);
        var rates = await card.Now(cancel);
        await using var write = await Write.Begin(db, cancel);
        if (closed.Count > 0)
        {
            await db.Set<OutboxMessage>().Where(m => closed.Contains(m.Id) && m.State == OutboxState.Queued)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Waiting), cancel);
        }

        var claimed = await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id) && m.State == OutboxState.Queued)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, OutboxState.Attempting).SetProperty(m => m.AttemptedAt, now).SetProperty(m => m.Claim, claim).SetProperty(m => m.Attempts, m => m.Attempts + 1),
                cancel);
        var ours = picked;
        if (claimed != picked.Count)
        {
            var got = await db.Set<OutboxMessage>().Where(m => ids.Contains(m.Id) && m.State == OutboxState.Attempting && m.Claim == claim).Select(m => m.Id).ToListAsync(cancel);
            ours = picked.FindAll(m => got.Contains(m.Id));
        }

        ours = channel.Costs ? await ReserveMoney.For(db, number, ours, rates, now, cancel) : ours;
        await write.Commit(cancel);
        return ours;
    }

    private async Task Send(OutboxMessage message, CancellationToken cancel) =>
        outcomes.Writer.TryWrite(new(message, await channel.Send(message, cancel)));

    private async Task WriteOutcomes(CancellationToken cancel)
    {
        while (ended.Count < Look && outcomes.Reader.TryRead(out var outcome))
        {
            ended.Add(outcome);
        }

        if (ended.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var rates = await card.Now(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using (var write = await Write.Begin(db, cancel))
        {
            await RecordOutcomes.Write(db, ended, claim, now, cancel);
            await HeedRefusals.After(db, [.. ended.Where(e => e.Result.ErrorCode is not null).Select(e => (e.Message.Id, e.Result.ErrorCode!.Value))], clock, cancel);
            await SettleMoney.Of(db, [.. ended.Where(e => e.After(now).State == OutboxState.Failed).Select(e => e.Message.Id)], rates, cancel);
            await write.Commit(cancel);
        }

        foreach (var outcome in ended)
        {
            busy.Remove(outcome.Message.Address);
            Heed(outcome, now);
        }

        ended.Clear();
    }

    private void Heed(Outcome outcome, DateTime now)
    {
        var pause = outcome.Result.Remedy switch
        {
            Remedy.StopChannel => TimeSpan.FromMinutes(1),
            Remedy.DelayNumber => outcome.Result.RetryAfter ?? TimeSpan.FromSeconds(2),
            _ => TimeSpan.Zero,
        };
        if (pause > TimeSpan.Zero && now + pause > pausedUntil)
        {
            pausedUntil = now + pause;
            log.LogWarning("Number {Number} rests for {Seconds} s: the provider answered {Code}.", number, pause.TotalSeconds, outcome.Result.ErrorCode);
        }
    }
}
