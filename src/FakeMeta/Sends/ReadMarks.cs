using System.Text.Json;
using FakeMeta.Graph;
using FakeMeta.People;
using Microsoft.AspNetCore.Http;

namespace FakeMeta.Sends;

/// <summary>The business marks a person's message as read, and may show that it is typing.</summary>
internal sealed class ReadMarks(Population people, TimeProvider clock)
{
    // Meta takes the indicator away with the answer, or after this time.
    private static readonly TimeSpan TypingShows = TimeSpan.FromSeconds(25);

    public Task Mark(HttpContext context, JsonElement body)
    {
        if (Limits.String(body, "message_id") is not { } id)
        {
            return GraphAnswer.Error(context, GraphError.Request("The parameter message_id is required."));
        }

        people.Writer(id)?.BusinessRead(id, body.TryGetProperty("typing_indicator", out _) ? clock.GetUtcNow().UtcDateTime + TypingShows : null);
        return GraphAnswer.Success(context);
    }
}
