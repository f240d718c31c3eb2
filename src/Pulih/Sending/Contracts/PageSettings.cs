namespace Pulih.Sending.Contracts;

/// <summary><c>Channels:Messenger</c>: a Facebook Page.</summary>
public sealed class MessengerSettings : MetaSettings
{
    public string PageId { get; set; } = "";

    /// <summary>The Page's user name, for m.me links.</summary>
    public string Name { get; set; } = "";

    /// <summary>Send API: 300 calls a second for each Page (Messenger Platform, rate limiting).</summary>
    public int PerSecond { get; set; } = 300;

    public override string Channel => ChannelName.Messenger;

    public override IReadOnlyList<Outlet> Outlets => PageId.Length == 0 ? [] : [new(Channel, PageId, Name, PerSecond)];

    protected override string OutletKey => nameof(PageId);

    protected override void UseDemoOutlet() => (PageId, Name) = ("300000000000001", "pulih.contoh");
}

/// <summary><c>Channels:Instagram</c>: a professional account.</summary>
public sealed class InstagramSettings : MetaSettings
{
    public string AccountId { get; set; } = "";

    /// <summary>The account's user name, for ig.me links.</summary>
    public string Name { get; set; } = "";

    /// <summary>Send API: 300 calls a second for each account (Messenger Platform, rate limiting).</summary>
    public int PerSecond { get; set; } = 300;

    public override string Channel => ChannelName.Instagram;

    public override IReadOnlyList<Outlet> Outlets => AccountId.Length == 0 ? [] : [new(Channel, AccountId, Name, PerSecond)];

    protected override string OutletKey => nameof(AccountId);

    protected override void UseDemoOutlet() => (AccountId, Name) = ("400000000000001", "pulih.contoh");
}
