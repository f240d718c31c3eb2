using System.Collections.Frozen;
using Pulih.Chat.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>What a learner can ask for at any place of a course, by a word or a button.</summary>
internal enum LearningWish
{
    None,

    /// <summary>A personal link to the course on the web.</summary>
    Link,

    /// <summary>To hear what is open, and what follows.</summary>
    Listen,

    /// <summary>To read only.</summary>
    Silent,

    /// <summary>To know what keeps the course from being completed.</summary>
    Missing,
}

internal static class LearningWishes
{
    private static readonly FrozenDictionary<string, LearningWish> Words = new Dictionary<LearningWish, string[]>
    {
        [LearningWish.Link] = ["link", "tautan", "web", "website", "internet"],
        [LearningWish.Listen] = ["suara", "dengar", "dengarkan", "audio", "listen", "voice"],
        [LearningWish.Silent] = ["tanpa suara", "baca saja", "without voice"],
        [LearningWish.Missing] = ["kurang", "kurang apa", "apa yang kurang", "sisa", "status", "missing", "what is missing"],
    }.SelectMany(wish => wish.Value.Select(word => KeyValuePair.Create(word, wish.Key))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a message asks of this study; a button of another study asks nothing of it.</summary>
    public static LearningWish Of(Heard heard, Tap tap, Study study) => tap.Kind switch
    {
        TapKind.Listen when study.Is(tap.Enrolment, tap.Course) => LearningWish.Listen,
        TapKind.Silent when study.Is(tap.Enrolment, tap.Course) => LearningWish.Silent,

        // Where a word is the answer that is waited for, none of ours is read into it.
        _ when heard.Open && study.AsksForWords => LearningWish.None,
        _ => Words.GetValueOrDefault(heard.Text.Trim().TrimEnd('?', '.', '!').ToLowerInvariant()),
    };
}
