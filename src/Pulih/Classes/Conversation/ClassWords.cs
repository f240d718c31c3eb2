namespace Pulih.Classes.Conversation;

/// <summary>The everyday words by which people ask for classes and say that they are there.</summary>
internal static class ClassWords
{
    private const string Here = "hadir";
    private static readonly HashSet<string> Ask = new(StringComparer.OrdinalIgnoreCase)
    {
        "kelas", "kelas daring", "kelas online", "kelas live", "jadwal", "jadwal kelas", "daftar kelas", "kelas saya", "ikut kelas", "class", "classes", "live class",
    };

    private static readonly HashSet<string> Leave = new(StringComparer.OrdinalIgnoreCase) { "tidak jadi ikut", "tidak jadi ikut kelas", "batal ikut", "batal kelas", "batal ikut kelas", "give back my seat" };

    public static bool Leaves(string text) => Leave.Contains(text.Trim().TrimEnd('.', '!'));

    public static bool AsksForClasses(string text) => Ask.Contains(text.Trim().TrimEnd('.', '!', '?'));

    /// <summary>The code after "hadir": its digits, empty where there are none; null when the text is something else.</summary>
    public static string? CodeIn(string text)
    {
        var said = text.AsSpan().Trim();
        if (!said.StartsWith(Here, StringComparison.OrdinalIgnoreCase) || said.Length > 24)
        {
            return null;
        }

        var rest = said[Here.Length..];
        foreach (var sign in rest)
        {
            if (!char.IsAsciiDigit(sign) && !char.IsWhiteSpace(sign) && sign is not (':' or '.' or '-' or '!' or ','))
            {
                return null;
            }
        }

        return string.Concat(rest.ToArray().Where(char.IsAsciiDigit));
    }
}
