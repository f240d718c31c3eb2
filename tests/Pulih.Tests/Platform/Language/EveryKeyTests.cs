using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace Pulih.Platform.Language;

/// <summary>A key that is in no resource file would be shown to people as it stands in the code.</summary>
public sealed partial class EveryKeyTests
{
    private static readonly Assembly Ours = typeof(Formats).Assembly;

    [Fact]
    public void Every_key_used_in_code_or_page_is_in_a_resource_file()
    {
        var texts = Ours.GetManifestResourceNames().Where(n => n.EndsWith(".Texts.resources", StringComparison.Ordinal)).Select(n => n[..^".resources".Length]).ToDictionary(
            n => n, n => new ResourceManager(n, Ours).GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key).ToHashSet(StringComparer.Ordinal));
        var used = Sources().SelectMany(file => UsedKeys(File.ReadAllText(file)).Select(key => (Key: key, File: file))).ToList();

        used.Count.ShouldBeGreaterThan(100, "the keys in use are found");
        used.Where(u => !Reach(u.File).Any(name => texts.TryGetValue(name, out var keys) && keys.Contains(u.Key))).Select(u => $"{Path.GetFileName(u.File)}: {u.Key}").Distinct().ShouldBeEmpty();
    }

    /// <summary>The texts a file can mean: those of its folder and the ones above, and those it names.</summary>
    private static IEnumerable<string> Reach(string file)
    {
        var parts = Path.GetRelativePath(Root(), Path.GetDirectoryName(file)!).Split(Path.DirectorySeparatorChar).Prepend("Pulih").ToArray();
        return Enumerable.Range(1, parts.Length).Select(n => string.Join('.', parts.Take(n)) + ".Texts").Concat(Named().Matches(File.ReadAllText(file)).Select(m => m.Value));
    }

    [Fact]
    public void A_planted_key_is_seen() =>
        UsedKeys("""<p>@T["Planted"]</p> text["with {0}", n] T["kind." + kind] other["x"]""").ShouldBe(["Planted", "with {0}"]);

    // A key put together at run time ends before the quote's comma or bracket and is left to the tests of its page.
    private static IEnumerable<string> UsedKeys(string source) => Use().Matches(source).Select(m => m.Groups[1].Value.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal));

    private static IEnumerable<string> Sources()
    {
        var root = Root();
        return Directory.EnumerateFiles(root, "*.cs*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !Path.GetRelativePath(root, f).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(root, f).StartsWith("bin", StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pulih.slnx")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "Pulih");
    }

    [GeneratedRegex(@"Pulih(?:\.\w+)*\.Texts\b")]
    private static partial Regex Named();

    [GeneratedRegex("""\b(?:T|text|texts|Text|Texts|localizer)\["((?:[^"\\]|\\.)+)"[\],]""")]
    private static partial Regex Use();
}
