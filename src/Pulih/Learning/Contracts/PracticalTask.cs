namespace Pulih.Learning.Contracts;

/// <summary>
/// What an owner does in their own shop and shows by photos or a link. A trainer ticks what is there; <see cref="Needed"/>
/// ticks of the <see cref="Rubric"/> are enough.
/// </summary>
public sealed record PracticalTask(string Text, IReadOnlyList<string> Rubric, int Needed);
