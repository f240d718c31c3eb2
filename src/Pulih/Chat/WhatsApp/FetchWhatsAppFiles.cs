using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Pulih.Chat.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.WhatsApp;

/// <summary>
/// Gets a file in Meta's two steps: the id gives an address that lives five minutes, and the address, asked with the
/// access token, gives the bytes.
/// </summary>
internal sealed class FetchWhatsAppFiles(HttpClient http, WhatsAppSettings whatsApp) : IFetchFiles
{
    private static readonly FetchedFile Later = new(null, Gone: false);
    private static readonly FetchedFile Never = new(null, Gone: true);

    public async Task<FetchedFile> Fetch(string channel, string id, int most, CancellationToken cancel)
    {
        try
        {
            using var described = await Get(new Uri($"{whatsApp.GraphUrl}/{whatsApp.ApiVersion}/{Uri.EscapeDataString(id)}"), cancel);
            if (!described.IsSuccessStatusCode)
            {
                // Meta answers 400 with code 100 for an id it does not know or keeps no longer; other refusals pass.
                return described.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound ? Never : Later;
            }

            using var json = JsonDocument.Parse(await described.Content.ReadAsByteArrayAsync(cancel));
            if (!Uri.TryCreate(json.RootElement.GetProperty("url").GetString(), UriKind.Absolute, out var address) || !MayHaveToken(address))
            {
                return Never;
            }

            using var answer = await Get(address, cancel);
            return !answer.IsSuccessStatusCode ? Later : await Bytes(answer, most, cancel) is { } bytes ? new(bytes, Gone: false) : Never;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException or KeyNotFoundException or InvalidOperationException
            || (trouble is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Later;
        }
    }

    private static async Task<byte[]?> Bytes(HttpResponseMessage answer, int most, CancellationToken cancel)
    {
        // The length that is told may be missing or a lie, so no more than this is ever read.
        var bytes = new byte[most + 1];
        await using var content = await answer.Content.ReadAsStreamAsync(cancel);
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return read > most ? null : bytes[..read];
    }

    private Task<HttpResponseMessage> Get(Uri address, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", whatsApp.AccessToken) } };
        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    /// <summary>The token goes to nobody but Meta: its Graph host, and the hosts of its files.</summary>
    private bool MayHaveToken(Uri address) =>
        address.Authority == new Uri(whatsApp.GraphUrl).Authority
        || (address.Scheme == Uri.UriSchemeHttps && (address.Host.EndsWith(".fbsbx.com", StringComparison.Ordinal) || address.Host.EndsWith(".whatsapp.net", StringComparison.Ordinal)));
}
