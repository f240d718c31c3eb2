using FakeMeta.Graph;
using FakeMeta.People;
using FakeMeta.Webhooks;

namespace FakeMeta.Sends;

/// <summary>Judges a send by person, window and rates, and takes it into the log with its statuses.</summary>
internal sealed class Acceptance(FakeMetaOptions options, Population people, NumberRates rates, SentLog log, WebhookPump pump)
{
    public Action<SentMessage>? OnSent { get; set; }

    public GraphError? TryAccept(Send send, int? failsWith, out SentMessage? sent)
    {
        var now = options.Clock.GetUtcNow().UtcDateTime;
        var waId = send.WaId(options.CountryCode);
        var person = waId is not null ? people.FindNumber(send.PhoneNumberId, waId) : people.FindUser(send.PhoneNumberId, send.Recipient!);
        sent = null;
        if (!options.Unlimited)
        {
            var undeliverable = Undeliverable(send, person, now);
            if (undeliverable is not null && !options.RefuseByStatus)
            {
                return undeliverable;
            }

            failsWith = undeliverable?.Code ?? failsWith;
            if (OverRate(send, person, now) is { } refusal)
            {
                return refusal;
            }
        }

        sent = Log(send, person, waId ?? send.Recipient!, now);
        Statuses(sent, failsWith);
        person?.Received(sent, !options.Unlimited);
        OnSent?.Invoke(sent);
        return null;
    }

    public static MetaJson Answer(Send send, SentMessage sent)
    {
        var json = new MetaJson().Raw("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":"u8).Text(send.Addressee)
            .Raw(send.To is null ? ",\"user_id\":"u8 : ",\"wa_id\":"u8).Text(send.To is null ? send.Recipient! : sent.To)
            .Raw("}],\"messages\":[{\"id\":"u8).Text(sent.Id);
        return json.Raw(send.Type == "template" ? ",\"message_status\":\"accepted\"}]}"u8 : "}]}"u8);
    }

    public static string NewId() => "wamid.HBgN" + Convert.ToBase64String(Guid.CreateVersion7().ToByteArray());

    private GraphError? Undeliverable(Send send, Person? person, DateTime now) =>
        person is null ? GraphError.Of(131026, "Message Undeliverable.")
        : options.Windows && send.Type != "template" && !person.WindowIsOpen(now) ? GraphError.Of(131047,
            "Message failed to send because more than 24 hours have passed since the customer last replied to this number.")
        : null;

    private GraphError? OverRate(Send send, Person? person, DateTime now) =>
        !rates.TryTake(send.PhoneNumberId, now) ? GraphError.Of(130429, "Message failed to send because there were too many messages sent from this phone number in a short period of time.")
        : options.PairRule && person?.TryTakePair(now, options.PairBurstBlocks) == false ? GraphError.Of(131056,
            "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.")
        : null;

    private SentMessage Log(Send send, Person? person, string to, DateTime now)
    {
        var sent = new SentMessage(NewId(), now, send.PhoneNumberId, person?.WaId ?? to, send.Type, send.CallbackData, options.Unlimited ? null : send.Raw)
        {
            Category = send.Type == "template" ? Category(send) : "service",
            RecipientUserId = person?.UserId,
            HidesNumber = person?.HidesNumber == true,
            FreeEntry = person?.TakeFreeEntry(now) == true,
        };
        log.Add(sent);
        return sent;
    }

    private void Statuses(SentMessage sent, int? failsWith)
    {
        if (failsWith is { } code)
        {
            pump.Status(sent, "failed", options.SentAfter ?? TimeSpan.Zero, code);
            return;
        }

        pump.Status(sent, "sent", options.SentAfter);
        pump.Status(sent, "delivered", options.DeliveredAfter);
        pump.Status(sent, "read", options.ReadAfter);
    }

    private string Category(Send send)
    {
        var name = Limits.String(send.Body.GetProperty("template"), "name");
        return options.Templates?.FirstOrDefault(t => t.Name == name)?.Category ?? "utility";
    }
}
