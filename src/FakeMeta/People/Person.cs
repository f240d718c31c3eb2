using System.Text.Json.Nodes;
using FakeMeta.Sends;

namespace FakeMeta.People;

/// <summary>One person as one business number knows them: window, rate, chat.</summary>
internal sealed class Person(string phoneNumberId, string waId, string name)
{
    private const int KeptEntries = 500;
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly TimeSpan FreeEntry = TimeSpan.FromHours(72);
    private readonly Lock gate = new();
    private readonly List<ChatEntry> chat = [];
    private readonly PairRate pair = new();
    private DateTime? lastIncoming;
    private DateTime? cameFromAd;
    private DateTime? freeUntil;
    private DateTime typingUntil;
    private long version;

    public string PhoneNumberId { get; } = phoneNumberId;

    public string WaId { get; } = waId;

    /// <summary>The business-scoped id; stable for a number, as Meta's is.</summary>
    public string UserId { get; } = "ID." + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(waId)))[..20];

    public string Name { get; set; } = name;

    public bool HidesNumber { get; set; }

    public Pulse Changed { get; } = new();

    public long Version => Interlocked.Read(ref version);

    public bool Typing(DateTime now) => typingUntil > now;

    public bool WindowIsOpen(DateTime now)
    {
        lock (gate)
        {
            return lastIncoming is { } last && now - last < Window;
        }
    }

    public bool HeardWithin(DateTime now, TimeSpan time)
    {
        lock (gate)
        {
            return lastIncoming is { } last && now - last < time;
        }
    }

    public bool TryTakePair(DateTime now, bool burstBlocks)
    {
        lock (gate)
        {
            return pair.TryTake(now, burstBlocks);
        }
    }

    public void Wrote(string id, JsonObject message, DateTime now, bool keep)
    {
        lock (gate)
        {
            lastIncoming = now;
            cameFromAd = message.ContainsKey("referral") ? now : cameFromAd;
            if (keep)
            {
                Keep(new ChatEntry(id, now, message));
            }
        }

        Tell();
    }

    /// <summary>Whether a message sent now is free: within 72 hours of our first answer to a visitor from an ad.</summary>
    public bool TakeFreeEntry(DateTime now)
    {
        lock (gate)
        {
            if (cameFromAd is { } came)
            {
                freeUntil = now - came < Window ? now + FreeEntry : freeUntil;
                cameFromAd = null;
            }

            return freeUntil > now;
        }
    }

    public void Received(SentMessage message, bool keep)
    {
        lock (gate)
        {
            typingUntil = default;
            if (keep)
            {
                Keep(new ChatEntry(message));
            }
        }

        Tell();
    }

    public void SetState(string id, ChatState state)
    {
        lock (gate)
        {
            if (chat.FindLast(e => e.Id == id) is { } entry && entry.State < state)
            {
                entry.State = state;
            }
        }

        Tell();
    }

    /// <summary>The business has read up to this message, and may be writing an answer.</summary>
    public void BusinessRead(string id, DateTime? typing)
    {
        lock (gate)
        {
            var upTo = chat.FindLastIndex(e => e.Id == id);
            foreach (var entry in chat.Take(upTo + 1).Where(e => e is { FromPerson: true, State: < ChatState.Read }))
            {
                entry.State = ChatState.Read;
            }

            typingUntil = typing ?? typingUntil;
        }

        Tell();
    }

    /// <summary>What the person sees now for the first time.</summary>
    public IReadOnlyList<SentMessage> TakeUnread()
    {
        lock (gate)
        {
            var unread = chat.Where(e => e is { FromPerson: false, ReadAsked: false, State: < ChatState.Read }).ToList();
            unread.ForEach(e => e.ReadAsked = true);
            return [.. unread.Select(e => e.Received!)];
        }
    }

    public IReadOnlyList<ChatEntry> Chat()
    {
        lock (gate)
        {
            return [.. chat];
        }
    }

    private void Keep(ChatEntry entry)
    {
        chat.Add(entry);
        if (chat.Count > KeptEntries)
        {
            chat.RemoveAt(0);
        }
    }

    private void Tell()
    {
        Interlocked.Increment(ref version);
        Changed.Beat();
    }
}
