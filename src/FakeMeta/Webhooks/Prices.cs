using System.Collections.Concurrent;

namespace FakeMeta.Webhooks;

/// <summary>The price object of a status: 1,000 service messages a number and month are free, as are 72 hours after an ad.</summary>
internal sealed class Prices(FakeMetaOptions options)
{
    private readonly ConcurrentDictionary<(string Number, int Month), int> delivered = new();

    /// <summary>Writes the price on exactly one of a message's statuses.</summary>
    public void Write(MetaJson json, SentMessage sent, string status, DateTime now)
    {
        var here = status == options.PriceOn;
        // A status that was to carry the price may never be sent; read implies it.
        if (status == "read" ? !here && (options.PriceOn == "sent" || options.DeliveredAfter is not null) : !here)
        {
            return;
        }

        var type = Type(sent, now);
        if (type == "free_entry_point")
        {
            json.Raw(",\"conversation\":{\"id\":"u8).Text(sent.Id[^16..]).Raw(",\"origin\":{\"type\":\"referral_conversion\"}}"u8);
        }

        json.Raw(",\"pricing\":{\"billable\":"u8).Raw(type == "regular" ? "true"u8 : "false"u8)
            .Raw(",\"pricing_model\":\"PMP\",\"type\":"u8).Text(type).Raw(",\"category\":"u8).Text(sent.Category).Raw("}"u8);
    }

    private string Type(SentMessage sent, DateTime now)
    {
        if (sent.FreeEntry)
        {
            return "free_entry_point";
        }

        if (sent.Category != "service")
        {
            return "regular";
        }

        var count = delivered.AddOrUpdate((sent.PhoneNumberId, (now.Year * 12) + now.Month), 1, static (_, before) => before + 1);
        return count <= options.FreeServiceMessages ? "free_customer_service" : "regular";
    }
}
