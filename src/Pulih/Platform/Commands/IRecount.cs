namespace Pulih.Platform.Commands;

/// <summary>A capability's sums against a count from the rows they sum; all of them are asked by <c>recount</c>.</summary>
public interface IRecount
{
    /// <summary>A line for each sum that is not what the rows give; none when all are.</summary>
    Task<IReadOnlyList<string>> Differences(CancellationToken cancel);
}
