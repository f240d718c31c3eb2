using System.Security.Cryptography;

namespace Pulih.Sending.Contracts;

/// <summary>What Meta issues for a channel. In Demo the stand-in for Meta fills in what is not configured when it starts.</summary>
public abstract class MetaSettings
{
    public string AppSecret { get; set; } = "";

    /// <summary>Valid beside <see cref="AppSecret"/> while one replaces the other.</summary>
    public string? PreviousAppSecret { get; set; }
    public string VerifyToken { get; set; } = "";
    public string AccessToken { get; set; } = "";
    public string GraphUrl { get; set; } = "";
    public string ApiVersion { get; set; } = "v24.0";

    /// <summary>One of <see cref="ChannelName"/>.</summary>
    public abstract string Channel { get; }

    /// <summary>Who we are there; empty switches the channel off.</summary>
    public abstract IReadOnlyList<Outlet> Outlets { get; }

    public bool IsOn => Outlets.Count > 0;

    /// <summary>The configuration key of the first of <see cref="Outlets"/>, below <c>Channels:…:</c>.</summary>
    protected abstract string OutletKey { get; }

    /// <summary>Who we clearly are not, for Demo.</summary>
    protected abstract void UseDemoOutlet();

    /// <summary>Refuses a channel that strangers could write to or that cannot answer, saying what to set.</summary>
    internal void Require()
    {
        if (GraphUrl.Length == 0)
        {
            GraphUrl = "https://graph.facebook.com";
        }

        foreach (var (key, value) in new[] { (nameof(AppSecret), AppSecret), (nameof(VerifyToken), VerifyToken), (nameof(AccessToken), AccessToken), (OutletKey, Outlets.FirstOrDefault()?.Id) })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new InvalidOperationException($"Channels:{GetType().Name.Replace("Settings", "", StringComparison.Ordinal)}:{key} is not set. Take it from the app's page at developers.facebook.com; without it anybody could write to the product in Meta's name, or nothing could be answered.");
            }
        }
    }

    /// <summary>Random secrets and somebody clearly fictitious, for what Demo does not configure.</summary>
    internal void UseDemoValues()
    {
        AppSecret = Or(AppSecret);
        VerifyToken = Or(VerifyToken);
        AccessToken = Or(AccessToken);
        if (!IsOn)
        {
            UseDemoOutlet();
        }

        static string Or(string set) => set.Length > 0 ? set : RandomNumberGenerator.GetHexString(32, lowercase: true);
    }
}

/// <summary>A business number, a Page or an account that messages go out from, and how many a second Meta allows it.</summary>
public sealed record Outlet(string Channel, string Id, string Display, int PerSecond);

/// <summary>The channels' names, as conversations and messages carry them.</summary>
public static class ChannelName
{
    public const string WhatsApp = "whatsapp";
    public const string Messenger = "messenger";
    public const string Instagram = "instagram";
}
