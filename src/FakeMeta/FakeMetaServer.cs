using System.Globalization;
using System.Text.Json.Nodes;
using FakeMeta.Graph;
using FakeMeta.Media;
using FakeMeta.Pages;
using FakeMeta.People;
using FakeMeta.Sends;
using FakeMeta.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace FakeMeta;

/// <summary>A stand-in for Meta's WhatsApp Cloud API on a loopback port, with Meta's rules, webhooks and prices.</summary>
public sealed class FakeMetaServer : IAsyncDisposable
{
    private readonly FakeMetaOptions options;
    private readonly CancellationTokenSource stopping = new();
    private readonly WebhookClient client;
    private readonly WebhookBodies bodies;
    private readonly WebhookPump pump;
    private readonly Population people;
    private readonly NumberRates rates;
    private readonly SentLog log;
    private readonly MediaStore media;
    private readonly Acceptance acceptance;
    private readonly MessagesApi messages;
    private readonly PageSends pageSends;
    private readonly PageBodies pages;
    private readonly WebApplication web;

    private FakeMetaServer(FakeMetaOptions options)
    {
        this.options = options;
        client = new WebhookClient { Url = options.WebhookUrl, AppSecret = options.AppSecret };
        people = new Population(options);
        rates = new NumberRates(options);
        log = new SentLog(options.KeepSent);
        media = new MediaStore(options.Clock);
        pages = new PageBodies(options, log);
        bodies = new WebhookBodies(options, new Prices(options), pages);
        pump = new WebhookPump(options, client, bodies, people);
        acceptance = new Acceptance(options, people, rates, log, pump);
        messages = new MessagesApi(new SendRules(options, media), acceptance, new ReadMarks(people, options.Clock), new FaultAnswers(stopping.Token));
        pageSends = new PageSends(options, people, log, pump, new FaultAnswers(stopping.Token), context => messages.Faults?.Invoke(context));
        web = new GraphApi(options, messages, pageSends, new MediaApi(media, options.Clock)).Listen();
    }

    public int Port { get; private set; }

    /// <summary>What the product uses as its Graph address.</summary>
    public string Url { get; private set; } = "";

    public string? WebhookUrl
    {
        get => client.Url;
        set => client.Url = value;
    }

    /// <summary>May be changed to rotate the secret.</summary>
    public string AppSecret
    {
        get => client.AppSecret;
        set => client.AppSecret = value;
    }

    /// <summary>Decides for each well-formed send whether it goes wrong; null for none.</summary>
    public Func<SendContext, Fault?>? Faults
    {
        get => messages.Faults;
        set => messages.Faults = value;
    }

    /// <summary>Every accepted send still kept, oldest first.</summary>
    public IReadOnlyList<SentMessage> Sent => log.All();

    /// <summary>Accepted sends in all, also those no longer kept.</summary>
    public long SentCount => log.Count;

    public long WebhooksPosted => client.Posted;

    /// <summary>Posts that were not answered with 200; they are repeated.</summary>
    public long WebhooksRefused => client.Refused;

    public long WebhooksGivenUp => pump.GivenUp;

    /// <summary>Called in the request that accepted the send, so it must be quick.</summary>
    public Action<SentMessage>? OnSent
    {
        get => acceptance.OnSent;
        set => acceptance.OnSent = pageSends.OnSent = value;
    }

    internal DateTime Now => options.Clock.GetUtcNow().UtcDateTime;

    public static async Task<FakeMetaServer> Start(FakeMetaOptions options)
    {
        var server = new FakeMetaServer(options);
        await server.web.StartAsync();
        server.Url = server.web.Urls.First();
        server.pages.AddressOf = id => $"{server.Url}/files/{id}";
        server.Port = new Uri(server.Url).Port;
        server.pump.Start();
        return server;
    }

    /// <summary>The phone of this person at a business number, the first one by default; the person has WhatsApp from now on.</summary>
    public Phone Phone(string number, string? profileName = null, string? phoneNumberId = null)
    {
        var person = people.Meet(phoneNumberId ?? options.PhoneNumberIds[0], number.TrimStart('+'), profileName);
        person.Name = profileName ?? person.Name;
        return new Phone(this, person);
    }

    /// <summary>The same person's phone at the Facebook Page, where an id stands for them.</summary>
    public Phone Messenger(string userId, string? name = null) => Phone(userId, name, options.PageId ?? throw new InvalidOperationException("No Page was given."));

    /// <summary>The same person's phone at the Instagram account.</summary>
    public Phone Instagram(string userId, string? name = null) => Phone(userId, name, options.InstagramId ?? throw new InvalidOperationException("No Instagram account was given."));

    /// <summary>Everybody who has WhatsApp here, in no order.</summary>
    public IReadOnlyList<Phone> Phones => [.. people.All.Select(p => new Phone(this, p))];

    public IReadOnlyList<SentMessage> SentTo(string person) => log.To(person.TrimStart('+'));

    /// <summary>The greatest number of sends accepted in any one second, to hold a sender's pace against.</summary>
    public int BusiestSecond(string? phoneNumberId = null) => log.BusiestSecond(phoneNumberId);

    /// <summary>Performs Meta's GET verification against the product; true when it answered 200 with the bare challenge.</summary>
    public Task<bool> Handshake(string? verifyToken = null, string channel = "whatsapp") => client.Handshake(verifyToken ?? options.VerifyToken, channel);

    /// <summary>Posts raw bytes once, signed unless a signature is given; returns the HTTP status, 0 for none.</summary>
    public Task<int> Post(byte[] body, string? signature = null, string channel = "whatsapp") => client.Post(body, signature, channel);

    /// <summary>Delivers another webhook field, such as message_template_status_update.</summary>
    public Task Deliver(string field, JsonNode value) => pump.Tell("whatsapp", bodies.Field(field, value));

    /// <summary>Waits until every webhook was answered or given up and no status is still to come.</summary>
    public async Task Idle(TimeSpan? within = null, CancellationToken cancel = default)
    {
        var end = Environment.TickCount64 + (within ?? TimeSpan.FromSeconds(30)).TotalMilliseconds;
        while (pump.Pending > 0)
        {
            if (Environment.TickCount64 > end)
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{pump.Pending} statuses and webhooks are still to come; {WebhooksRefused} posts were refused."));
            }

            await Task.Delay(10, cancel);
        }
    }

    public MediaFile? FindFile(string mediaId) => media.Find(mediaId);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await pump.DisposeAsync();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await web.StopAsync(soon.Token);
        await web.DisposeAsync();
        client.Dispose();
        stopping.Dispose();
    }

    internal SentMessage? SentAt(string person, int number) => log.At(person, number);

    internal string DisplayNumber(string phoneNumberId) => WebhookBodies.DisplayNumber(options, phoneNumberId);

    internal MediaFile KeepFile(string mimeType, byte[] bytes) => media.Add(mimeType, bytes, days: 7);

    internal async Task Deliver(Person person, string id, JsonObject message, int times, bool atOnce)
    {
        var now = Now;
        var channel = options.ChannelOf(person.PhoneNumberId);
        if (channel == "whatsapp")
        {
            rates.CountIncoming(person.PhoneNumberId, now);
        }

        people.Wrote(person, id);
        person.Wrote(id, message, now, !options.Unlimited);
        var body = bodies.Message(person, message);
        var posts = Enumerable.Range(0, times).Select(_ => pump.Tell(channel, body, () => person.SetState(id, ChatState.Delivered)));
        if (atOnce)
        {
            await Task.WhenAll(posts);
            return;
        }

        foreach (var post in posts)
        {
            await post;
        }
    }

    internal void MarkRead(Person person)
    {
        foreach (var message in person.TakeUnread())
        {
            pump.Status(message, "read", TimeSpan.Zero);
        }
    }
}
