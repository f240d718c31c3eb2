using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Channels;

/// <summary>
/// One request to Meta's Graph API that sends a message. It never throws for what the network or the provider does: an
/// answer that cannot be read means the outcome is unknown.
/// </summary>
internal sealed class GraphPost(HttpClient http)
{
    /// <summary>The code of "away for a moment", for a connection that never stood.</summary>
    private const int Unavailable = 131016;
    private const int OverRate = 130429;

    /// <param name="settings">Of the channel.</param>
    /// <param name="outlet">The id of the number, Page or account.</param>
    /// <param name="body">JSON.</param>
    /// <param name="idOf">Finds the provider's id of the message in a good answer.</param>
    /// <param name="remedy">What a code and its subcode ask of us.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<SendResult> Send(MetaSettings settings, string outlet, byte[] body, Func<JsonElement, string?> idOf, Func<int, int, Remedy> remedy, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{settings.GraphUrl}/{settings.ApiVersion}/{outlet}/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.AccessToken);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var answer = await response.Content.ReadAsByteArrayAsync(cancel);
            return Read(answer, response.StatusCode, response.Headers.RetryAfter?.Delta, idOf, remedy);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException or IOException)
        {
            // Refused before a connection stood: nothing was sent, so it may be tried again.
            return trouble is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
                ? new(null, Unavailable, Remedy.Retry, null)
                : SendResult.Unknown;
        }
    }

    private static SendResult Read(byte[] answer, HttpStatusCode status, TimeSpan? wait, Func<JsonElement, string?> idOf, Func<int, int, Remedy> remedy)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (status == HttpStatusCode.OK && idOf(json.RootElement) is { Length: > 0 } id)
            {
                return SendResult.Taken(id);
            }

            if (json.RootElement.TryGetProperty("error"u8, out var error) && error.TryGetProperty("code"u8, out var code) && code.TryGetInt32(out var number))
            {
                var subcode = error.TryGetProperty("error_subcode"u8, out var sub) && sub.TryGetInt32(out var given) ? given : 0;

                // A code that means "perhaps later" on a 5xx may hide an accepted message.
                return (int)status >= 500 ? SendResult.Unknown : new(null, number, remedy(number, subcode), wait);
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Falls through: a 200 with a broken body was probably accepted.
        }

        return status == HttpStatusCode.TooManyRequests ? new(null, OverRate, Remedy.DelayNumber, wait) : SendResult.Unknown;
    }
}
