using FakeMeta;
using Pulih.Platform;

namespace Pulih.Chat.Simulator;

/// <summary>The phones that can be looked at, as long as the stand-in for Meta runs here.</summary>
internal sealed class OpenPhones(HostFakeMeta host, Settings settings, TimeProvider clock)
{
    private const int MostOthers = 12;

    public bool Available => host.Meta is not null;

    private FakeMetaServer Meta => host.Meta ?? throw new InvalidOperationException("The stand-in for Meta does not run in this process.");

    /// <summary>The phone with this number; its holder keeps the name given first.</summary>
    public Phone Open(string number)
    {
        var phone = Meta.Phone(number);
        return phone.Name == number ? Meta.Phone(number, DemoPeople.NameOf(number)) : phone;
    }

    public void Invent(string number, string name) => Meta.Phone(number, name);

    /// <summary>Looks at a phone, which reads what it received.</summary>
    public PhoneScreen Look(Phone phone, string? draft = null, IReadOnlyList<string>? all = null)
    {
        phone.Read();
        return new PhoneScreen(phone, settings.PublicUrl, clock.GetUtcNow().UtcDateTime)
        {
            Draft = draft,
            All = string.Join(',', all ?? [phone.Number]),
            Without = all is { Count: > 1 } ? string.Join(',', all.Where(n => n != phone.Number)) : null,
        };
    }

    /// <summary>People whose phones are not on the page: the given ones, and everybody with a chat.</summary>
    public IReadOnlyList<(string Number, string Name)> Others(IReadOnlyList<string> shown)
    {
        var chatting = Meta.Phones.Where(p => p.Chat.Count > 0).Select(p => (p.Number, p.Name)).OrderBy(p => p.Name, StringComparer.CurrentCulture);
        return [.. DemoPeople.Given.Concat(chatting).DistinctBy(p => p.Number).Where(p => !shown.Contains(p.Number)).Take(MostOthers)];
    }

    public MediaPicture? Picture(string id) =>
        Meta.FindFile(id) is { } file && file.MimeType.StartsWith("image/", StringComparison.Ordinal) ? new(file.Bytes, file.MimeType) : null;
}

/// <summary>A picture that was sent over the stand-in.</summary>
internal sealed record MediaPicture(byte[] Bytes, string MimeType);
