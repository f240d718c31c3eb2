namespace Pulih.Learning.Packs;

/// <summary>The signs that WhatsApp reads as formatting and cannot be told to take literally.</summary>
internal static class ChatSigns
{
    /// <summary>The first such sign that stands beside a space or an end, where it would begin or end a formatted run.</summary>
    public static char? FirstIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var atEdge = i == 0 || i == text.Length - 1 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]);
            if (text[i] is '*' or '_' or '~' or '`' && atEdge)
            {
                return text[i];
            }
        }

        return null;
    }
}
