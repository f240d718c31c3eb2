using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Pulih.Platform.Language;

namespace Pulih.Platform.Language;

public sealed partial class EveryTextTests
{
    private static readonly Assembly Product = typeof(Formats).Assembly;

    public static TheoryData<string> TextsOfTheProduct() => [.. Product.GetManifestResourceNames()
        .Where(n => n.EndsWith(".Texts.resources", StringComparison.Ordinal))
        .Select(n => n[..^".resources".Length])];

    [Theory]
    [MemberData(nameof(TextsOfTheProduct))]
    public void Every_text_is_there_in_Indonesian_and_in_English(string texts)
    {
        var (indonesian, english) = (Read(texts, CultureInfo.InvariantCulture), Read(texts, CultureInfo.GetCultureInfo("en")));

        indonesian.Keys.Except(english.Keys).ShouldBeEmpty("missing in English");
        english.Keys.Except(indonesian.Keys).ShouldBeEmpty("missing in Indonesian");
        indonesian.Concat(english).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key).ShouldBeEmpty("empty");
    }

    [Theory]
    [MemberData(nameof(TextsOfTheProduct))]
    public void Both_languages_fill_the_same_gaps(string texts)
    {
        var (indonesian, english) = (Read(texts, CultureInfo.InvariantCulture), Read(texts, CultureInfo.GetCultureInfo("en")));

        indonesian.Where(t => english.TryGetValue(t.Key, out var other) && !Gaps(t.Value).SequenceEqual(Gaps(other)))
            .Select(t => t.Key).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_texts_to_compare() => TextsOfTheProduct().ShouldNotBeEmpty();

    private static Dictionary<string, string> Read(string texts, CultureInfo culture)
    {
        var set = new ResourceManager(texts, Product).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        set.ShouldNotBeNull($"{texts} is missing in {culture.Name}");
        return set.Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Gap();
}
