namespace FakeMeta;

/// <summary>How strictly, how fast and how unreliably the stand-in behaves; the defaults are Meta's own rules.</summary>
public sealed class FakeMetaOptions
{
    /// <summary>Loopback port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where webhooks go; may be set later on the server, because the product needs our address first.</summary>
    public string? WebhookUrl { get; init; }

    public string AppSecret { get; init; } = "fake-app-secret";

    public string AccessToken { get; init; } = "fake-access-token";

    public string VerifyToken { get; init; } = "fake-verify-token";

    public string BusinessAccountId { get; init; } = "200000000000001";

    public IReadOnlyList<string> PhoneNumberIds { get; init; } = ["100000000000001"];

    /// <summary>The Facebook Page that Messenger is for; null for none.</summary>
    public string? PageId { get; init; }

    /// <summary>The Instagram account; null for none.</summary>
    public string? InstagramId { get; init; }

    /// <summary>Display number of each phone number id; one is made up where it is missing.</summary>
    public IReadOnlyDictionary<string, string> DisplayNumbers { get; init; } = new Dictionary<string, string>();

    /// <summary>Country code put before a recipient that comes without a plus sign, as Meta does.</summary>
    public string CountryCode { get; init; } = "62";

    /// <summary>Messages a second for each business number, in and out together.</summary>
    public int PerSecond { get; init; } = 80;

    /// <summary>One message in six seconds to one person, with a burst of 45 borrowed from the future.</summary>
    public bool PairRule { get; init; } = true;

    /// <summary>The strictest reading of Meta's words: after a burst nothing passes until all of its time is paid back.</summary>
    public bool PairBurstBlocks { get; init; }

    /// <summary>Free-form messages only within 24 hours of the person's last message.</summary>
    public bool Windows { get; init; } = true;

    /// <summary>Who has WhatsApp beyond those who already hold a phone here; nobody by default.</summary>
    public Func<string, bool>? HasWhatsApp { get; init; }

    /// <summary>Approved templates; null accepts every name as a utility template.</summary>
    public IReadOnlyList<FakeTemplate>? Templates { get; init; }

    /// <summary>A closed window or an unknown person is told by a failed status after a 200, as Meta often does.</summary>
    public bool RefuseByStatus { get; init; }

    /// <summary>A sink for benchmarks: no rates, no windows, everybody is known, bodies are not kept.</summary>
    public bool Unlimited { get; init; }

    /// <summary>When each status follows the acceptance; null never sends it.</summary>
    public TimeSpan? SentAfter { get; init; } = TimeSpan.Zero;

    public TimeSpan? DeliveredAfter { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan? ReadAfter { get; init; }

    /// <summary>The one status that carries the price; Meta charges on delivery.</summary>
    public string PriceOn { get; init; } = "delivered";

    /// <summary>Delivered service messages that are free for each number and month.</summary>
    public int FreeServiceMessages { get; init; } = 1000;

    /// <summary>How often due statuses are gathered into webhooks.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromMilliseconds(50);

    public int StatusesPerWebhook { get; init; } = 200;

    public int WebhooksAtOnce { get; init; } = 8;

    /// <summary>First pause before a webhook that was not answered with 200 is repeated; it doubles up to <see cref="RetryAtMost"/>.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Posts of one webhook before it is given up; Meta goes on for seven days.</summary>
    public int Attempts { get; init; } = 20;

    public WebhookChaos? Chaos { get; init; }

    /// <summary>How many sends the log keeps; older ones leave first.</summary>
    public int KeepSent { get; init; } = int.MaxValue;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal IEnumerable<string> Pages => new[] { PageId, InstagramId }.OfType<string>();

    internal bool IsInstagram(string id) => id == InstagramId;

    /// <summary>The channel whose webhook hears of this number, Page or account.</summary>
    internal string ChannelOf(string id) => id == PageId ? "messenger" : id == InstagramId ? "instagram" : "whatsapp";
}

/// <summary>A template as Meta approved it: its category sets the price, its number of body parameters must match.</summary>
public sealed record FakeTemplate(string Name, string Language, string Category = "utility", int Parameters = 0);

/// <summary>Duplicates, delays and the disorder that delays make, repeatable by their seed.</summary>
public sealed record WebhookChaos(int Seed, double Duplicates = 0.2, double Delays = 0.3, TimeSpan? MaxDelay = null);
