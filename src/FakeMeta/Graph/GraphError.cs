using System.Globalization;

namespace FakeMeta.Graph;

/// <summary>A refusal as the Graph API words it.</summary>
internal sealed record GraphError(int Status, int Code, string Message, string? Details = null, int? Subcode = null)
{
    // Titles and HTTP statuses as on Meta's page of error codes; callers must decide by code and details only.
    private static readonly Dictionary<int, (int Status, string Title)> Known = new()
    {
        [0] = (401, "AuthException"), [1] = (400, "API Unknown"), [2] = (503, "API Service"), [3] = (500, "API Method"),
        [4] = (429, "API Too Many Calls"), [10] = (403, "Permission Denied"), [33] = (400, "Parameter value is not valid"),
        [100] = (400, "Invalid parameter"), [190] = (401, "Access token has expired"), [368] = (403, "Temporarily blocked for policies violations"),
        [80007] = (429, "Rate limit issues"), [130403] = (403, "User blocked"), [130429] = (429, "Rate limit hit"),
        [130472] = (400, "User's number is part of an experiment"), [130497] = (403, "Business account is restricted from messaging users in this country"),
        [131000] = (500, "Something went wrong"), [131005] = (403, "Access denied"), [131008] = (400, "Required parameter is missing"),
        [131009] = (400, "Parameter value is not valid"), [131016] = (503, "Service unavailable"), [131021] = (400, "Recipient cannot be sender"),
        [131026] = (400, "Message undeliverable"), [131031] = (403, "Account has been locked"), [131037] = (400, "Display name approval needed"),
        [131042] = (400, "Business eligibility payment issue"), [131045] = (500, "Incorrect certificate"), [131047] = (400, "Re-engagement message"),
        [131048] = (429, "Spam rate limit hit"), [131049] = (400, "Meta chose not to deliver"), [131050] = (400, "User has stopped marketing messages"),
        [131051] = (400, "Unsupported message type"), [131052] = (400, "Media download error"), [131053] = (400, "Media upload error"),
        [131056] = (429, "(Business Account, Consumer Account) pair rate limit hit"), [131057] = (500, "Account in maintenance mode"),
        [131064] = (400, "Template misclassification limit"), [132000] = (400, "Template param count mismatch"),
        [132001] = (404, "Template does not exist"), [132005] = (400, "Template hydrated text too long"), [132015] = (400, "Template is paused"),
        [132016] = (400, "Template is disabled"), [132069] = (400, "Flow is throttled"), [133010] = (400, "Phone number not registered"),
        [133004] = (503, "Server temporarily unavailable"),
    };

    public static GraphError NoSuchObject(string id) => new(400, 100,
        $"Unsupported request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.", Subcode: 33);

    public static GraphError BadToken { get; } = new(401, 190, "Invalid OAuth access token - Cannot parse access token");

    /// <summary>A field of the request itself is missing or of the wrong kind.</summary>
    public static GraphError Request(string details) => Of(100, details);

    /// <summary>A required field inside the message is missing.</summary>
    public static GraphError Missing(string field) => Of(131008, $"Required parameter '{field}' is missing.");

    /// <summary>A value breaks one of the limits.</summary>
    public static GraphError Value(string details) => Of(131009, details);

    public static GraphError Of(int code, string? details = null)
    {
        var (status, title) = Known.TryGetValue(code, out var known) ? known : (400, "Something went wrong");
        return new GraphError(status, code, string.Create(CultureInfo.InvariantCulture, $"(#{code}) {title}"), details ?? title);
    }

    public static string Title(int code) => Known.TryGetValue(code, out var known) ? known.Title : "Something went wrong";
}
