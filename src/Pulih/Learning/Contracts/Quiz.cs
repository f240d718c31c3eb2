namespace Pulih.Learning.Contracts;

/// <summary>The questions at the end of a course, of which <see cref="Needed"/> must be right.</summary>
/// <param name="Needed">Right answers it takes to pass.</param>
/// <param name="Questions">All there are, in the pack's order.</param>
public sealed record Quiz(int Needed, IReadOnlyList<Question> Questions)
{
    /// <summary>So many are drawn for an attempt; null asks all.</summary>
    public int? Draw { get; init; }

    /// <summary>Questions and options come in another order for each learner and attempt.</summary>
    public bool Shuffles { get; init; }

    /// <summary>So many attempts a learner has; 0 when there is no limit.</summary>
    public int Attempts { get; init; }

    /// <summary>How long it takes until a quiz that was not passed may be tried again.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>So long an attempt may take, from the tap that begins it; null for as long as it takes.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>How many questions an attempt asks.</summary>
    public int Asks => Draw ?? Questions.Count;
}

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>One option is right; true or false is one of these.</summary>
    Single = 0,

    /// <summary>All right options, and no other.</summary>
    Multiple = 1,

    /// <summary>The options in their right order.</summary>
    Order = 2,
    Number = 3,

    /// <summary>A word or two.</summary>
    Text = 4,
}

/// <summary>One question of a quiz.</summary>
/// <param name="Id">Unique in its quiz; answers are kept by it.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Options">What is chosen from, in the pack's order; empty for numbers and words.</param>
/// <param name="Right">
/// The right answer as answers are kept: the option's number from 1 (<c>2</c>), the numbers of all right ones in rising
/// order (<c>1,3</c>), all numbers in their right order (<c>1,2,3</c>), a number with a decimal point, or a word.
/// </param>
/// <param name="Explain">Said whichever answer was given.</param>
public sealed record Question(string Id, string Text, IReadOnlyList<string> Options, string Right, string Explain)
{
    public QuestionKind Kind { get; init; }

    /// <summary>Other words that are right as well; only of a word.</summary>
    public IReadOnlyList<string> AlsoRight { get; init; } = [];

    /// <summary>A number this far off is still right.</summary>
    public decimal Within { get; init; }

    /// <summary>What is said to who chose an option, by its number from 1, where the explanation is not enough.</summary>
    public IReadOnlyDictionary<int, string> Said { get; init; } = new Dictionary<int, string>();

    /// <summary>The file in which question and options are spoken, in the pack's order.</summary>
    public string? Audio { get; init; }

    /// <summary>A picture that is asked about.</summary>
    public Drawing? Drawing { get; init; }
}
