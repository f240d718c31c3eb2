using System.Text;
using System.Text.Json.Nodes;

namespace FakeMeta;

/// <summary>A send that was accepted, as the business made it.</summary>
public sealed class SentMessage
{
    internal SentMessage(string id, DateTime at, string phoneNumberId, string to, string type, string? callbackData, byte[]? raw)
    {
        (Id, At, PhoneNumberId, To, Type, CallbackData, this.raw) = (id, at, phoneNumberId, to, type, callbackData, raw);
    }

    private readonly byte[]? raw;

    /// <summary>The wamid.</summary>
    public string Id { get; }

    public DateTime At { get; }

    public string PhoneNumberId { get; }

    /// <summary>The person's number without plus, or the business-scoped id where the number is hidden.</summary>
    public string To { get; }

    public string Type { get; }

    public string? CallbackData { get; }

    /// <summary>The request body; empty when bodies are not kept.</summary>
    public string Body => raw is null ? "" : Encoding.UTF8.GetString(raw);

    /// <summary>The request body, parsed anew at each call; null when bodies are not kept.</summary>
    public JsonNode? Json => raw is null ? null : JsonNode.Parse(raw);

    /// <summary>What the person reads: body, caption or template name.</summary>
    public string Text => MessageText.Of(Shown);

    /// <summary>Reply buttons and list rows, in their order.</summary>
    public IReadOnlyList<Reply> Replies => MessageText.Replies(Shown);

    private readonly JsonNode? shown;

    /// <summary>The message in the form phones here show, which is WhatsApp's.</summary>
    internal JsonNode? Shown
    {
        get => shown ?? Json;
        init => shown = value;
    }

    internal string Category { get; init; } = "service";

    internal string? RecipientUserId { get; init; }

    internal bool HidesNumber { get; init; }

    internal bool FreeEntry { get; init; }
}

/// <summary>Something a person can tap: a reply button or a list row.</summary>
public sealed record Reply(string Id, string Title, string? Description = null);
