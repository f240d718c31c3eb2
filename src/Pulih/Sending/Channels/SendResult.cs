namespace Pulih.Sending.Channels;

/// <summary>How a send ended: taken under the provider's id, refused with a code, or unknown.</summary>
/// <param name="ProviderId">The provider's id of what it took.</param>
/// <param name="ErrorCode">The code it refused with.</param>
/// <param name="Remedy">What the refusal asks of us.</param>
/// <param name="RetryAfter">How long it asks us to wait.</param>
internal readonly record struct SendResult(string? ProviderId, int? ErrorCode, Remedy? Remedy, TimeSpan? RetryAfter)
{
    public static readonly SendResult Unknown = default;

    public bool IsUnknown => ProviderId is null && ErrorCode is null;

    public static SendResult Taken(string id) => new(id, null, null, null);
}

/// <summary>What a refusal asks of us.</summary>
internal enum Remedy
{
    /// <summary>Nothing helps this message; it failed.</summary>
    GiveUp,

    /// <summary>This person alone has had too much; later.</summary>
    DelayPerson,

    /// <summary>The number is over its rate or away for minutes; everybody waits.</summary>
    DelayNumber,

    /// <summary>A passing fault; a few more tries.</summary>
    Retry,

    /// <summary>Token, permission, payment or policy: nothing goes out until the operator acts.</summary>
    StopChannel,

    /// <summary>The 24-hour window closed; it waits until the person writes.</summary>
    WaitForPerson,
}
