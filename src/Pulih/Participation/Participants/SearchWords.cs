using Pulih.Platform.Language;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Participants;

/// <summary>The words a participant is found by.</summary>
internal static class SearchWords
{
    private const int Most = 8;

    /// <summary>The words of a participant; a phone number is found as 62… and as people write it, 0….</summary>
    public static IEnumerable<string> Of(Participant participant)
    {
        var phone = participant.Phone?.TrimStart('+');
        return WordsOf.Texts(phone, phone is ['6', '2', ..] ? $"0{phone[2..]}" : null, participant.PersonName, participant.BusinessName).Take(Most);
    }

    public static void Add(PulihDb db, Participant participant)
    {
        foreach (var word in Of(participant))
        {
            db.Add(new SearchWord { Word = word, EnrolmentId = participant.EnrolmentId });
        }
    }
}
