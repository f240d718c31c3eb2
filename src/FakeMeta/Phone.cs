using System.Globalization;
using System.Text.Json.Nodes;
using FakeMeta.Media;
using FakeMeta.People;
using FakeMeta.Sends;
using FakeMeta.Webhooks;

namespace FakeMeta;

/// <summary>A person's phone: writes to the business number, taps what it received, and sees its chat.</summary>
public sealed class Phone
{
    private readonly FakeMetaServer server;
    private readonly Person person;
    private int heard;

    internal Phone(FakeMetaServer server, Person person)
    {
        (this.server, this.person) = (server, person);
    }

    /// <summary>The number without plus.</summary>
    public string Number => person.WaId;

    public string Name => person.Name;

    public string PhoneNumberId => person.PhoneNumberId;

    /// <summary>The business-scoped id that takes the number's place when it is hidden.</summary>
    public string UserId => person.UserId;

    /// <summary>A person with a user name: from, wa_id and recipient_id are left out.</summary>
    public bool HidesNumber
    {
        get => person.HidesNumber;
        set => person.HidesNumber = value;
    }

    /// <summary>The bubbles, oldest first; the last 500.</summary>
    public IReadOnlyList<ChatEntry> Chat => person.Chat();

    /// <summary>Grows with every change of the chat, ticks included.</summary>
    public long Version => person.Version;

    public bool BusinessIsTyping => person.Typing(server.Now);

    /// <summary>Ends at the next change of the chat.</summary>
    public Task Changed(CancellationToken cancel = default) => person.Changed.Next().WaitAsync(cancel);

    public Task<string> SendText(string text, int times = 1, bool atOnce = false) =>
        Deliver(Part("text", new JsonObject { ["body"] = text }), times, atOnce);

    /// <summary>A first message after a tap on an ad or a Page button: what we answer within 24 hours opens 72 free hours.</summary>
    public Task<string> ArriveFromAd(string text, string sourceId = "120000000000001", string headline = "UMKM Pulih")
    {
        var message = Part("text", new JsonObject { ["body"] = text });
        message["referral"] = new JsonObject
        {
            ["source_url"] = "https://fb.me/" + sourceId, ["source_id"] = sourceId, ["source_type"] = "ad",
            ["headline"] = headline, ["body"] = headline, ["media_type"] = "image",
        };
        return Deliver(message);
    }

    /// <summary>Taps a reply button, by id or by title, on the newest message that carries it.</summary>
    public Task<string> Tap(string idOrTitle, int times = 1, bool atOnce = false)
    {
        var (message, reply) = Find(idOrTitle);
        return Tap(reply, message.Id, times, atOnce);
    }

    public Task<string> Tap(Reply button, string messageId, int times = 1, bool atOnce = false) =>
        Answer("button_reply", new JsonObject { ["id"] = button.Id, ["title"] = button.Title }, messageId, times, atOnce);

    /// <summary>Chooses a list row, by id or by title, from the newest list that carries it.</summary>
    public Task<string> Choose(string idOrTitle, int times = 1, bool atOnce = false)
    {
        var (message, row) = Find(idOrTitle);
        return Choose(row, message.Id, times, atOnce);
    }

    public Task<string> Choose(Reply row, string messageId, int times = 1, bool atOnce = false)
    {
        var reply = new JsonObject { ["id"] = row.Id, ["title"] = row.Title };
        if (row.Description is not null)
        {
            reply["description"] = row.Description;
        }

        return Answer("list_reply", reply, messageId, times, atOnce);
    }

    /// <summary>Taps a quick reply of a template.</summary>
    public Task<string> TapQuickReply(string payload, string text, string messageId)
    {
        var message = Part("button", new JsonObject { ["payload"] = payload, ["text"] = text });
        message["context"] = Context(messageId);
        return Deliver(message);
    }

    public Task<string> SendVoice(byte[] oggOpus) => Deliver(Part("audio", File(oggOpus, "audio/ogg; codecs=opus", ("voice", true))));

    public Task<string> SendImage(byte[] bytes, string mimeType = "image/jpeg", string? caption = null) =>
        Deliver(Part("image", caption is null ? File(bytes, mimeType) : File(bytes, mimeType, ("caption", caption))));

    /// <summary>Opens the chat of a Page or account by its m.me or ig.me link with a code; a person who was there before says nothing by it.</summary>
    public Task<string> ComeByLink(string code) => Deliver(Part("referral", new JsonObject { ["ref"] = code }));

    public Task<string> SendLocation(double latitude, double longitude, string? name = null)
    {
        var place = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude };
        if (name is not null)
        {
            place["name"] = name;
        }

        return Deliver(Part("location", place));
    }

    /// <summary>Delivers any message, the same body as often as wished; from, id and timestamp are filled in where missing. Returns the wamid.</summary>
    public async Task<string> Deliver(JsonObject message, int times = 1, bool atOnce = false)
    {
        message["id"] ??= Acceptance.NewId();
        message["timestamp"] ??= WebhookBodies.UnixSeconds(server.Now).ToString(CultureInfo.InvariantCulture);
        if (!HidesNumber)
        {
            message["from"] ??= Number;
        }

        message["from_user_id"] ??= UserId;
        var id = message["id"]!.GetValue<string>();
        await server.Deliver(person, id, message, times, atOnce);
        return id;
    }

    /// <summary>The next message to this person that was not returned yet; waits for it.</summary>
    public async Task<SentMessage> Answer(TimeSpan? within = null, CancellationToken cancel = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(within ?? TimeSpan.FromSeconds(30));
        while (true)
        {
            var next = person.Changed.Next();
            if (server.SentAt(Number, heard) is { } message)
            {
                heard++;
                return message;
            }

            try
            {
                await next.WaitAsync(end.Token);
            }
            catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{Number} got {heard} messages and then nothing more."), e);
            }
        }
    }

    /// <summary>The person looks at the chat: everything received so far becomes read.</summary>
    public void Read() => server.MarkRead(person);

    private Task<string> Answer(string type, JsonObject reply, string messageId, int times, bool atOnce)
    {
        var message = Part("interactive", new JsonObject { ["type"] = type, [type] = reply });
        message["context"] = Context(messageId);
        return Deliver(message, times, atOnce);
    }

    private (SentMessage Message, Reply Reply) Find(string idOrTitle)
    {
        foreach (var message in server.SentTo(Number).Reverse())
        {
            if (message.Replies.FirstOrDefault(r => r.Id == idOrTitle || r.Title == idOrTitle) is { } reply)
            {
                return (message, reply);
            }
        }

        throw new InvalidOperationException($"{Number} has no button or row '{idOrTitle}' on its screen.");
    }

    private JsonObject Context(string messageId) => new() { ["from"] = server.DisplayNumber(PhoneNumberId), ["id"] = messageId };

    private JsonObject File(byte[] bytes, string mimeType, params (string Name, JsonNode Value)[] more)
    {
        var file = server.KeepFile(mimeType, bytes);
        var part = new JsonObject { ["mime_type"] = mimeType, ["sha256"] = file.Sha256, ["id"] = file.Id };
        foreach (var (name, value) in more)
        {
            part[name] = value;
        }

        return part;
    }

    private static JsonObject Part(string type, JsonObject part) => new() { ["type"] = type, [type] = part };
}
