using System.Globalization;

namespace Pulih.Participation.Registration;

internal static class Cut
{
    /// <summary>A text within so many UTF-16 characters, as Meta counts them, never cut inside an emoji.</summary>
    public static string To(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            var next = elements.ElementIndex + elements.GetTextElement().Length;
            if (next > most - 1)
            {
                break;
            }

            end = next;
        }

        return text[..end].TrimEnd() + "…";
    }
}
