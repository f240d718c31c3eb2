using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Pulih.Chat.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Webhooks;

/// <summary>
/// Gets files from Meta. WhatsApp's take two steps: the id gives an address that lives five minutes, and the address,
/// asked with the access token, gives the bytes. Messenger and Instagram tell the address at once, and it needs no token.
/// </summary>
internal sealed class FetchFiles(HttpClient http, MetaChannels channels) : IFetchFiles
{
    private static readonly FetchedFile Later = new(null, Gone: false);
    private static readonly FetchedFile Never = new(null, Gone: true);

    public async Task<FetchedFile> Fetch(string channel, string id, int most, CancellationToken cancel)
    {
        if (channels.Of(channel) is not { } settings)
        {
            return Later;
        }

        try
        {
            return channel == ChannelName.WhatsApp ? await ByTwoSteps(settings, id, most, cancel) : await ByAddress(settings, id, most, token: false, cancel);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException or KeyNotFoundException or InvalidOperationException
            || (trouble is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return Later;
        }
    }

    private async Task<FetchedFile> ByTwoSteps(MetaSettings settings, string id, int most, CancellationToken cancel)
    {
        using var described = await Get(new Uri($"{settings.GraphUrl}/{settings.ApiVersion}/{Uri.EscapeDataString(id)}"), settings, token: true, cancel);
        if (!described.IsSuccessStatusCode)
        {
            // Meta answers 400 with code 100 for an id it does not know or keeps no longer; other refusals pass.
            return described.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound ? Never : Later;
        }

        using var json = JsonDocument.Parse(await described.Content.ReadAsByteArrayAsync(cancel));
        return await ByAddress(settings, json.RootElement.GetProperty("url").GetString() ?? "", most, token: true, cancel);
    }

    private async Task<FetchedFile> ByAddress(MetaSettings settings, string url, int most, bool token, CancellationToken cancel)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsMetas(address, settings))
        {
            return Never;
        }

        using var answer = await Get(address, settings, token, cancel);
        return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Gone ? Never
            : !answer.IsSuccessStatusCode ? Later
            : await Bytes(answer, most, cancel) is { } bytes ? new(bytes, Gone: false) : Never;
    }

    private static async Task<byte[]?> Bytes(HttpResponseMessage answer, int most, CancellationToken cancel)
    {
        // The length that is told may be missing or a lie, so no more than this is ever read.
        var bytes = new byte[most + 1];
        await using var content = await answer.Content.ReadAsStreamAsync(cancel);
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return read > most ? null : bytes[..read];
    }

    private Task<HttpResponseMessage> Get(Uri address, MetaSettings settings, bool token, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.AccessToken);
        }

        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    /// <summary>Nobody but Meta is asked, whatever a message says, and nobody else gets the token: its Graph host, and the hosts of its files.</summary>
    private static bool IsMetas(Uri address, MetaSettings settings) =>
        address.Authority == new Uri(settings.GraphUrl).Authority
        || (address.Scheme == Uri.UriSchemeHttps && Array.Exists(Hosts, host => address.Host.EndsWith(host, StringComparison.Ordinal)));

    private static readonly string[] Hosts = [".fbsbx.com", ".fbcdn.net", ".whatsapp.net", ".cdninstagram.com"];
}
