namespace Pulih.Sending.Contracts;

/// <summary>The channels that are on.</summary>
public sealed class MetaChannels(WhatsAppSettings whatsApp, MessengerSettings messenger, InstagramSettings instagram)
{
    private readonly MetaSettings[] all = [whatsApp, messenger, instagram];

    public IEnumerable<MetaSettings> On => all.Where(c => c.IsOn);

    public IEnumerable<Outlet> Outlets => On.SelectMany(c => c.Outlets);

    /// <summary>Null where this channel is off or unknown.</summary>
    public MetaSettings? Of(string channel) => On.FirstOrDefault(c => c.Channel == channel);
}
