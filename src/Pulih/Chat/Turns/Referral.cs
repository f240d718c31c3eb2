namespace Pulih.Chat.Turns;

/// <summary>The code of an entry link inside the first message it fills in: <c>(kode ABC123)</c>.</summary>
internal static class Referral
{
    private const string Mark = "kode ";

    public static string? In(string text)
    {
        var at = text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var code = text.AsSpan(at + Mark.Length).TrimStart();
        var length = 0;
        while (length < code.Length && length <= 20 && (char.IsAsciiLetterOrDigit(code[length]) || code[length] == '-'))
        {
            length++;
        }

        return length is >= 3 and <= 20 ? code[..length].ToString().ToUpperInvariant() : null;
    }
}
