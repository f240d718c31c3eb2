using System.Text.Json.Nodes;

namespace FakeMeta.People;

/// <summary>How far a message got: one tick, two, blue, or not at all.</summary>
public enum ChatState
{
    Sent,
    Delivered,
    Read,
    Failed,
}

/// <summary>One bubble on a person's phone.</summary>
public sealed class ChatEntry
{
    private readonly JsonNode? own;
    private readonly SentMessage? received;

    internal ChatEntry(string id, DateTime at, JsonNode own)
    {
        (Id, At, FromPerson, this.own) = (id, at, true, own);
    }

    internal ChatEntry(SentMessage received)
    {
        (Id, At, this.received) = (received.Id, received.At, received);
    }

    public string Id { get; }

    public DateTime At { get; }

    public bool FromPerson { get; }

    public ChatState State { get; internal set; }

    /// <summary>The message as it was sent: the webhook's message of a person, the request body of the business.</summary>
    public JsonNode? Json => FromPerson ? own : received!.Shown;

    /// <summary>What the person can tap on it.</summary>
    public IReadOnlyList<Reply> Replies => received?.Replies ?? [];

    internal SentMessage? Received => received;

    internal bool ReadAsked { get; set; }
}
