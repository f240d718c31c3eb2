using System.Text;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Participants;

/// <summary>The words of names and numbers as they are stored and searched: lower-case letters a to z and digits only.</summary>
internal static class SearchWords
{
    public const int Longest = 24;
    private const int Most = 8;

    public static List<string> Of(params ReadOnlySpan<string?> texts)
    {
        var words = new List<string>();
        foreach (var text in texts)
        {
            Split(text ?? "", words);
        }

        return words;
    }

    /// <summary>The words of a participant; a phone number is found as 62… and as people write it, 0….</summary>
    public static IEnumerable<string> Of(Participant participant)
    {
        var phone = participant.Phone?.TrimStart('+');
        return Of(phone, phone is ['6', '2', ..] ? $"0{phone[2..]}" : null, participant.PersonName, participant.BusinessName).Take(Most);
    }

    public static void Add(PulihDb db, Participant participant)
    {
        foreach (var word in Of(participant))
        {
            db.Add(new SearchWord { Word = word, EnrolmentId = participant.EnrolmentId });
        }
    }

    private static void Split(string text, List<string> words)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Append(' '))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(word.Length < Longest ? char.ToLowerInvariant(c).ToString() : "");
            }
            else if (char.IsWhiteSpace(c) || char.IsPunctuation(c) && c is not '\'' and not '’')
            {
                if (word.Length > 1 && !words.Contains(word.ToString()))
                {
                    words.Add(word.ToString());
                }

                word.Clear();
            }
        }
    }
}
