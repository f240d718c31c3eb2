using System.Text.Json;

namespace FakeMeta;

/// <summary>A well-formed send that is about to be judged.</summary>
public sealed record SendContext(long Number, string PhoneNumberId, string To, string? CallbackData, JsonElement Body);

/// <summary>A way in which one send goes wrong; the factories name them.</summary>
public sealed record Fault
{
    private Fault()
    {
    }

    /// <summary>The message is accepted, logged and gets its statuses although the caller is not told so.</summary>
    public bool Accepts { get; private init; }

    public int? Status { get; private init; }

    public TimeSpan? RetryAfter { get; private init; }

    public int? Code { get; private init; }

    public int? FailsWith { get; private init; }

    public bool Hangs { get; private init; }

    public bool Resets { get; private init; }

    public bool Breaks { get; private init; }

    public TimeSpan? Delay { get; private init; }

    /// <summary>A 5xx; nothing was accepted, though the caller cannot know.</summary>
    public static Fault ServerError(int status = 503) => new() { Status = status };

    /// <summary>A 5xx after the message was accepted.</summary>
    public static Fault ServerErrorAfterAccept(int status = 500) => new() { Status = status, Accepts = true };

    /// <summary>429 with Retry-After.</summary>
    public static Fault TooMany(TimeSpan retryAfter) => new() { Status = 429, RetryAfter = retryAfter, Code = 130429 };

    /// <summary>A refusal with this code in the Graph envelope.</summary>
    public static Fault Error(int code) => new() { Code = code };

    /// <summary>Accepted, then a failed status with this code.</summary>
    public static Fault FailsLater(int code) => new() { FailsWith = code, Accepts = true };

    /// <summary>No answer until the caller gives up.</summary>
    public static Fault Hang(bool accepted = false) => new() { Hangs = true, Accepts = accepted };

    /// <summary>Accepted, answered 200 with JSON cut in half.</summary>
    public static Fault BrokenJson() => new() { Breaks = true, Accepts = true };

    /// <summary>Accepted, then the connection is reset before the answer.</summary>
    public static Fault ResetAfterAccept() => new() { Resets = true, Accepts = true };

    /// <summary>The connection is reset and nothing was accepted.</summary>
    public static Fault Reset() => new() { Resets = true };

    /// <summary>Accepted and answered, but only after this time.</summary>
    public static Fault Slow(TimeSpan delay) => new() { Delay = delay, Accepts = true };
}
