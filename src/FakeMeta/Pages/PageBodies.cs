using System.Text.Json.Nodes;
using FakeMeta.People;
using FakeMeta.Webhooks;

namespace FakeMeta.Pages;

/// <summary>Bodies in the shape of Messenger's and Instagram's webhooks.</summary>
internal sealed class PageBodies(FakeMetaOptions options, SentLog log)
{
    /// <summary>Where people's files can be got; known once the server listens.</summary>
    public Func<string, string> AddressOf { get; set; } = id => id;

    public byte[] Message(Person person, JsonObject message, DateTime now)
    {
        var tapped = message["context"]?["id"]?.GetValue<string>();
        var quick = tapped is not null && log.To(person.WaId).Any(m => m.Id == tapped && m.Json?["message"]?["quick_replies"] is not null);
        var happened = PageForm.AsEvent(message, quick, AddressOf);
        (happened["sender"], happened["recipient"], happened["timestamp"]) = (Id(person.WaId), Id(person.PhoneNumberId), Milliseconds(now));
        return Body(person.PhoneNumberId, [happened], now);
    }

    public byte[] Statuses(string pageId, ReadOnlySpan<StatusDue> statuses, DateTime now)
    {
        var events = new JsonObject[statuses.Length];
        for (var i = 0; i < statuses.Length; i++)
        {
            events[i] = statuses[i].Status == "echo" ? Echo(statuses[i].Message, now) : Receipt(statuses[i], now);
        }

        return Body(pageId, events, now);
    }

    private static JsonObject Echo(SentMessage sent, DateTime now)
    {
        var message = sent.Json!["message"]!.DeepClone().AsObject();
        (message["mid"], message["is_echo"], message["app_id"]) = (sent.Id, true, 500000000000001);
        return new() { ["sender"] = Id(sent.PhoneNumberId), ["recipient"] = Id(sent.To), ["timestamp"] = Milliseconds(now), ["message"] = message };
    }

    // Messenger tells a moment, Instagram a message.
    private JsonObject Receipt(StatusDue due, DateTime now)
    {
        var receipt = options.IsInstagram(due.Message.PhoneNumberId) ? new JsonObject { ["mid"] = due.Message.Id } : new JsonObject { ["watermark"] = Milliseconds(now) };
        return new() { ["sender"] = Id(due.Message.To), ["recipient"] = Id(due.Message.PhoneNumberId), ["timestamp"] = Milliseconds(now), [due.Status == "read" ? "read" : "delivery"] = receipt };
    }

    private byte[] Body(string pageId, JsonObject[] events, DateTime now) => new MetaJson().Node(new JsonObject
    {
        ["object"] = options.IsInstagram(pageId) ? "instagram" : "page",
        ["entry"] = new JsonArray(new JsonObject { ["id"] = pageId, ["time"] = Milliseconds(now), ["messaging"] = new JsonArray([.. events]) }),
    }).ToArray();

    private static JsonObject Id(string id) => new() { ["id"] = id };

    private static long Milliseconds(DateTime at) => (at.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
}
