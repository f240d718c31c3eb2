namespace Pulih.Learning.Web;

/// <summary>The address that opens WhatsApp with our number and a word already typed.</summary>
internal sealed class ChatLink(IConfiguration configuration)
{
    private readonly string number = string.Concat((configuration["Channels:WhatsApp:Numbers:0:Display"] ?? "").Where(char.IsAsciiDigit));

    /// <summary>Null when no number is configured.</summary>
    public string? Saying(string word) => number.Length == 0 ? null : $"https://wa.me/{number}?text={Uri.EscapeDataString(word)}";
}
