using System.Text.Json;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Inbox;

/// <summary>What one webhook body brought.</summary>
internal sealed record Delivery(IReadOnlyList<InboxMessage> Messages, IReadOnlyList<StatusReport> Statuses, IReadOnlyList<UnreadBody> Unread)
{
    public static readonly Delivery Nothing = new([], [], []);

    /// <summary>A body that is no JSON, kept for the operator.</summary>
    public static Delivery Unreadable(string channel, ReadOnlyMemory<byte> body, JsonException trouble, DateTime receivedAt) =>
        new([], [], [new() { Channel = channel, Body = body.ToArray(), Trouble = $"Not JSON at byte {trouble.BytePositionInLine}.", ReceivedAt = receivedAt }]);

    /// <summary>What it tells of our templates.</summary>
    public IReadOnlyList<TemplateReport> Templates { get; init; } = [];

    public bool IsEmpty => Messages.Count + Statuses.Count + Unread.Count == 0;
}
