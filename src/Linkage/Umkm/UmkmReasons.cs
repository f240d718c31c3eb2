namespace Linkage.Umkm;

/// <summary>Everything a waterfall about two rows can name, for whoever puts it into words.</summary>
public static class UmkmReasons
{
    /// <summary>Each comparison of either question with its levels.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Levels)> All { get; } =
        [.. UmkmQuestions.Owner().Concat(UmkmQuestions.Business((_, _) => false)).DistinctBy(c => c.Name).Select(c => (c.Name, c.Levels)), ("prior", ["before comparing"])];
}
