using System.Text;
using System.Text.RegularExpressions;
using Pulih.Platform.Language;

namespace Pulih.Market.Products;

/// <summary>A product's name as an owner typed it, or why it is none. Plain words: the platforms take no markup.</summary>
internal readonly record struct ProductName(string Text, string? Refusal)
{
    /// <summary>Short names read better; Meta takes 200.</summary>
    public const int Longest = 80;

    private const int Shortest = 3;

    public static ProductName Of(string typed)
    {
        var text = Plain.Line(typed);
        return text.AsSpan().IndexOfAny('<', '>') >= 0 ? new("", "name.signs")
            : text.Contains("://", StringComparison.Ordinal) ? new("", "name.link")
            : text.Length < Shortest || !text.Any(char.IsLetter) ? new("", "name.short")
            : text.Length > Longest ? new("", "name.long")
            : new(text, null);
    }
}

/// <summary>What is told of a product.</summary>
internal readonly record struct ProductDescription(string Text, string? Refusal)
{
    public const int Longest = 1_000;
    private const int Shortest = 10;

    public static ProductDescription Of(string typed)
    {
        var text = Plain.Lines(typed);
        return text.AsSpan().IndexOfAny('<', '>') >= 0 ? new("", "name.signs")
            : text.Length < Shortest || !text.Any(char.IsLetter) ? new("", "description.short")
            : text.Length > Longest ? new("", "description.long")
            : new(text, null);
    }
}

/// <summary>One price for one product, in whole rupiah, or why it is none.</summary>
internal readonly record struct ProductPrice(long Rupiah, string? Refusal)
{
    /// <summary>Below a hundred million: dearer things are not sold by a message.</summary>
    public const long Most = 100_000_000;

    public const long Least = 100;

    private static readonly string[] Free = ["gratis", "free", "cuma-cuma", "cuma cuma"];
    private static readonly Regex Amounts = new(@"\d[\d.,]*\s*(ribu|rb|k|juta|jt)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static ProductPrice Of(string typed)
    {
        var text = Plain.Line(typed).TrimEnd('.', '!').ToLowerInvariant();
        if (Array.IndexOf(Free, text) >= 0)
        {
            return new(0, "price.free");
        }

        var amount = TypedNumber.Of(text) ?? TypedNumber.Of(SpokenNumber.Digits(text));
        return amount is null ? new(0, Amounts.Count(text) > 1 ? "price.several" : "price.unclear")
            : amount < Least ? new(0, amount <= 0 ? "price.free" : "price.low")
            : amount >= Most ? new(0, "price.high")
            : new((long)Math.Round(amount.Value, MidpointRounding.AwayFromZero), null);
    }
}

/// <summary>Text without what cannot be seen.</summary>
file static class Plain
{
    public static string Line(string typed) => string.Join(' ', Clean(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Lines(string typed) => string.Join('\n', Clean(typed).Split('\n').Select(Line)).Trim();

    private static string Clean(string typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in typed.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            kept.Append(Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format && rune.Value != '\n' ? " " : rune.ToString());
        }

        return kept.ToString();
    }
}
