using FakeMeta;
using Pulih.Platform;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Simulator;

/// <summary>The phones that can be looked at, as long as the stand-in for Meta runs here.</summary>
internal sealed class OpenPhones(HostFakeMeta host, MetaChannels channels, Settings settings, TimeProvider clock)
{
    private const int MostOthers = 12;

    public bool Available => host.Meta is not null;

    private FakeMetaServer Meta => host.Meta ?? throw new InvalidOperationException("The stand-in for Meta does not run in this process.");

    /// <summary>This phone, as <see cref="DemoPeople.On"/> names it; its holder keeps the name given first.</summary>
    public Phone Open(string phone)
    {
        var outlet = channels.Of(DemoPeople.ChannelOf(phone)!)!.Outlets[0].Id;
        var open = Meta.Phone(phone, phoneNumberId: outlet);
        return open.Name != phone ? open
            : Meta.Phone(phone, Meta.Phones.FirstOrDefault(p => p.Number == DemoPeople.NumberOf(phone))?.Name ?? DemoPeople.NameOf(phone), outlet);
    }

    /// <summary>The channels a person can be looked at on.</summary>
    public IReadOnlyList<string> Channels => [.. channels.On.Select(c => c.Channel)];

    public void Invent(string number, string name) => Meta.Phone(number, name);

    /// <summary>Looks at a phone, which reads what it received.</summary>
    public PhoneScreen Look(Phone phone, string? draft = null, IReadOnlyList<string>? all = null)
    {
        phone.Read();
        return new PhoneScreen(phone, settings.PublicUrl, clock.GetUtcNow().UtcDateTime)
        {
            Draft = draft,
            Channel = DemoPeople.ChannelOf(phone.Number)!,
            All = string.Join(',', all ?? [phone.Number]),
            Without = all is { Count: > 1 } ? string.Join(',', all.Where(n => n != phone.Number)) : null,
        };
    }

    /// <summary>People whose phones are not on the page: the given ones, and everybody with a chat.</summary>
    public IReadOnlyList<(string Number, string Name)> Others(IReadOnlyList<string> shown)
    {
        var chatting = Meta.Phones.Where(p => p.Chat.Count > 0).Select(p => (Number: DemoPeople.NumberOf(p.Number), p.Name)).OrderBy(p => p.Name, StringComparer.CurrentCulture);
        return [.. DemoPeople.Given.Concat(chatting).DistinctBy(p => p.Number).Where(p => !shown.Contains(p.Number)).Take(MostOthers)];
    }

    public MediaPicture? Picture(string id) =>
        Meta.FindFile(id) is { } file && file.MimeType.StartsWith("image/", StringComparison.Ordinal) ? new(file.Bytes, file.MimeType) : null;
}

/// <summary>A picture that was sent over the stand-in.</summary>
internal sealed record MediaPicture(byte[] Bytes, string MimeType);
