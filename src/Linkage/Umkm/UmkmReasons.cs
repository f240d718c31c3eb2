namespace Linkage.Umkm;

/// <summary>Everything a waterfall about two rows can name, for whoever puts it into words.</summary>
public static class UmkmReasons
{
    /// <summary>Each comparison of either question with its levels.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Levels)> All { get; } =
        [.. UmkmQuestions.Owner().Concat(UmkmQuestions.Business((_, _) => false)).DistinctBy(c => c.Name).Select(c => (c.Name, c.Levels)), ("prior", ["before comparing"])];

    /// <summary>The words of a level without the remark that the two rows have one owner, which the waterfall says for itself.</summary>
    public static string Words(string level) => level.EndsWith(UmkmQuestions.OneOwner, StringComparison.Ordinal) ? level[..^UmkmQuestions.OneOwner.Length] : level;
}
