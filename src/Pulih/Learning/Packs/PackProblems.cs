namespace Pulih.Learning.Packs;

/// <summary>Gathers everything that is wrong with a pack, so that an author sees it all at once.</summary>
internal sealed class PackProblems
{
    private readonly List<PackProblem> found = [];

    public IReadOnlyList<PackProblem> InOrder() =>
        [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    public bool None => found.Count == 0;

    public void Add(string file, int line, string rule, params object[] values) =>
        found.Add(new PackProblem(file, line, rule, values));
}
