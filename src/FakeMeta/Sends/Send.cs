using System.Text.Json;

namespace FakeMeta.Sends;

/// <summary>A well-formed request to send one message.</summary>
internal sealed class Send(string phoneNumberId, JsonElement body, byte[] raw)
{
    public string PhoneNumberId { get; } = phoneNumberId;

    public JsonElement Body { get; } = body;

    public byte[] Raw { get; } = raw;

    public string? To { get; } = Limits.String(body, "to");

    /// <summary>The business-scoped id, for a person without a visible number.</summary>
    public string? Recipient { get; } = Limits.String(body, "recipient");

    public string Addressee => To ?? Recipient!;

    public string Type { get; } = Limits.String(body, "type") ?? "text";

    public string? CallbackData { get; } = Limits.String(body, "biz_opaque_callback_data");

    /// <summary>The number without plus; the country code is put before one that came without.</summary>
    public string? WaId(string countryCode)
    {
        if (To is null)
        {
            return null;
        }

        var digits = string.Concat(To.Where(char.IsAsciiDigit));
        return To.StartsWith('+') ? digits : countryCode + digits;
    }
}
