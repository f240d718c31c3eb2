namespace Pulih.Learning.Conversation;

/// <summary>What the conversation about learning remembers; where the learner stands is in the progress itself, which the web shares.</summary>
internal sealed record LearningState
{
    /// <summary>The enrolment being learned for, when the person has several.</summary>
    public Guid? Enrolment { get; init; }

    public string? Course { get; init; }

    /// <summary>The learner listens: what has a voice is sent spoken as well.</summary>
    public bool ByEar { get; init; }

    /// <summary>Questions about the business that were answered or passed over in this course and are not asked again in it.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];
}
