using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Pulih.Platform;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Sending.WhatsApp;

/// <summary>How a send ended: taken under the provider's id, refused with a code, or unknown.</summary>
internal readonly record struct SendResult(string? ProviderId, int? ErrorCode, TimeSpan? RetryAfter)
{
    public static readonly SendResult Unknown = default;

    public bool IsUnknown => ProviderId is null && ErrorCode is null;
}

/// <summary>One request to the Cloud API. It never throws for what the network or the provider does: an answer that cannot be read means the outcome is unknown.</summary>
internal sealed class WhatsAppClient(HttpClient http, WhatsAppSettings whatsApp, Settings settings)
{
    public async Task<SendResult> Send(OutboxMessage message, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{whatsApp.GraphUrl}/{whatsApp.ApiVersion}/{message.Number}/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", whatsApp.AccessToken);
        request.Content = new ByteArrayContent(WhatsAppMessage.Json(message, settings.PublicUrl)) { Headers = { ContentType = new("application/json") } };
        try
        {
            using var response = await http.SendAsync(request, cancel);
            var body = await response.Content.ReadAsByteArrayAsync(cancel);
            var wait = response.Headers.RetryAfter?.Delta;
            return Read(body, response.StatusCode, wait);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or OperationCanceledException or IOException)
        {
            // Refused before a connection stood: nothing was sent, so it may be tried again.
            return trouble is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
                ? new(null, 131016, null)
                : SendResult.Unknown;
        }
    }

    private static SendResult Read(byte[] body, HttpStatusCode status, TimeSpan? wait)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (status == HttpStatusCode.OK && json.RootElement.TryGetProperty("messages"u8, out var messages) && messages.GetArrayLength() > 0 && messages[0].GetProperty("id"u8).GetString() is { Length: > 0 } id)
            {
                return new(id, null, null);
            }

            if (json.RootElement.TryGetProperty("error"u8, out var error) && error.TryGetProperty("code"u8, out var code) && code.TryGetInt32(out var number))
            {
                // A code that means "perhaps later" on a 5xx may hide an accepted message.
                return (int)status >= 500 ? SendResult.Unknown : new(null, number, wait);
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Falls through: a 200 with a broken body was probably accepted.
        }

        return status == HttpStatusCode.TooManyRequests ? new(null, 130429, wait) : SendResult.Unknown;
    }
}
