namespace Pulih.Sending.Contracts;

/// <summary><c>Channels:WhatsApp</c>.</summary>
public sealed class WhatsAppSettings : MetaSettings
{
    public IList<WhatsAppNumber> Numbers { get; } = [];

    public override string Channel => ChannelName.WhatsApp;

    public override IReadOnlyList<Outlet> Outlets => [.. Numbers.Select(n => new Outlet(Channel, n.Id, n.Display, n.PerSecond))];

    protected override string OutletKey => "Numbers:0:Id";

    protected override void UseDemoOutlet() => Numbers.Add(new() { Id = "100000000000001", Display = "+62 800 0000 0001" });
}

/// <summary>One business phone number, and how many messages a second Meta allows it to send.</summary>
public sealed class WhatsAppNumber
{
    public string Id { get; set; } = "";
    public string Display { get; set; } = "";
    public int PerSecond { get; set; } = 80;
}
