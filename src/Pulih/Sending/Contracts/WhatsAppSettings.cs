namespace Pulih.Sending.Contracts;

/// <summary><c>Channels:WhatsApp</c>. In Demo the stand-in for Meta fills in what is not configured when it starts.</summary>
public sealed class WhatsAppSettings
{
    public string AppSecret { get; set; } = "";

    /// <summary>Valid beside <see cref="AppSecret"/> while one replaces the other.</summary>
    public string? PreviousAppSecret { get; set; }
    public string VerifyToken { get; set; } = "";
    public string AccessToken { get; set; } = "";
    public string GraphUrl { get; set; } = "";
    public string ApiVersion { get; set; } = "v24.0";
    public IList<WhatsAppNumber> Numbers { get; } = [];

    /// <summary>Refuses a channel that strangers could write to or that cannot answer, saying what to set.</summary>
    internal void Require()
    {
        if (GraphUrl.Length == 0)
        {
            GraphUrl = "https://graph.facebook.com";
        }

        foreach (var (key, value) in new[] { (nameof(AppSecret), AppSecret), (nameof(VerifyToken), VerifyToken), (nameof(AccessToken), AccessToken), ("Numbers:0:Id", Numbers.FirstOrDefault()?.Id) })
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new InvalidOperationException($"Channels:WhatsApp:{key} is not set. Take it from the app's page at developers.facebook.com; without it anybody could write to the product in Meta's name, or nothing could be answered.");
            }
        }
    }

    /// <summary>Random secrets and a clearly fictitious number, for what Demo does not configure.</summary>
    internal void UseDemoValues()
    {
        AppSecret = Or(AppSecret);
        VerifyToken = Or(VerifyToken);
        AccessToken = Or(AccessToken);
        if (Numbers.Count == 0)
        {
            Numbers.Add(new() { Id = "100000000000001", Display = "+62 800 0000 0001" });
        }

        static string Or(string set) => set.Length > 0 ? set : System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true);
    }
}

/// <summary>One business phone number, and how many messages a second Meta allows it to send.</summary>
public sealed class WhatsAppNumber
{
    public string Id { get; set; } = "";
    public string Display { get; set; } = "";
    public int PerSecond { get; set; } = 80;
}
