using System.Globalization;
using CsCheck;
using Pulih.Platform.Language;

namespace Pulih.Recovery.Pulse;

/// <summary>Amounts as owners type them.</summary>
public sealed class TypedAmountTests
{
    [Theory]
    [InlineData("1,5jt", 1_500_000)]
    [InlineData("1.5 juta", 1_500_000)]
    [InlineData("750 rb", 750_000)]
    [InlineData("750rban", 750_000)]
    [InlineData("sejuta", 1_000_000)]
    [InlineData("seribu", 1_000)]
    [InlineData("dua juta lima ratus ribu", 2_500_000)]
    [InlineData("seratus lima puluh ribu", 150_000)]
    [InlineData("sebelas juta", 11_000_000)]
    [InlineData("setengah juta", 500_000)]
    [InlineData("3-4 jt", 3_500_000)]
    [InlineData("3 sampai 4 juta", 3_500_000)]
    [InlineData("500rb - 1jt", 750_000)]
    [InlineData("Rp3.000.000,-", 3_000_000)]
    [InlineData("kira-kira 2 juta", 2_000_000)]
    [InlineData("kurang lebih 2 jt sebulan", 2_000_000)]
    [InlineData("omzetnya 1 juta 250 ribu ya bu", 1_250_000)]
    [InlineData("0", 0)]
    [InlineData("tidak ada", 0)]
    [InlineData("nol", 0)]
    public void Is_read_as_it_was_meant(string typed, long rupiah) => TypedAmount.Of(typed).ShouldBe(new TypedAmount(rupiah, null));

    [Theory]
    [InlineData("100rb per hari", "amount.month")]
    [InlineData("50rb/hari", "amount.month")]
    [InlineData("seminggu 300 ribu", "amount.month")]
    [InlineData("-5 juta", "amount.below")]
    [InlineData("999 miliar", "amount.above")]
    [InlineData("lumayan", "amount.unclear")]
    [InlineData("2 juta 500", "amount.unclear")]
    [InlineData("4-3 jt", "amount.unclear")]
    [InlineData("", "amount.unclear")]
    [InlineData("10rb kopi, 15rb teh, 20rb nasi", "amount.unclear")]
    [InlineData("satu satu", "amount.unclear")]
    public void Or_it_is_said_why_it_is_none(string typed, string refusal) => TypedAmount.Of(typed).Refusal.ShouldBe(refusal);

    [Fact]
    public void Every_way_of_writing_an_amount_gives_the_same_amount() =>
        Gen.Long[1, 99_999].Sample(thousands =>
        {
            var rupiah = thousands * 1_000;
            var dotted = rupiah.ToString("N0", CultureInfo.GetCultureInfo("id-ID"));
            foreach (var typed in new[] { $"{rupiah}", $"Rp{dotted}", $"rp {dotted},-", $"{thousands} ribu", $"{thousands}rb", $"sekitar {dotted}", Millions(rupiah) })
            {
                TypedAmount.Of(typed).ShouldBe(new TypedAmount(rupiah, null), typed);
            }
        });

    [Fact]
    public void Whatever_is_typed_is_an_amount_in_bounds_or_a_reason_and_never_an_error() =>
        Gen.String[Gen.Char["0123456789.,-–rbjtm/ sehariupaklng"], 0, 90].Sample(typed =>
        {
            var read = TypedAmount.Of(typed);
            (read.Refusal is null ? read.Rupiah is >= 0 and <= TypedAmount.Most : read.Refusal.StartsWith("amount.", StringComparison.Ordinal)).ShouldBeTrue(typed);
        }, iter: 2_000);

    [Fact]
    public void Numbers_in_words_are_the_numbers() =>
        Gen.Long[1, 999_999].Sample(n => SpokenNumber.Digits(InWords(n)).ShouldBe(n.ToString(CultureInfo.InvariantCulture), InWords(n)));

    private static string Millions(long rupiah) => string.Create(CultureInfo.InvariantCulture, $"{rupiah / 1_000_000m:0.######} jt").Replace('.', ',') is var text && text.Split(',') is [_, var decimals] && decimals.Split(' ')[0].Length == 3
        ? $"{rupiah}" // "1,250 jt" could be a thousand times as much; nobody is asked to guess.
        : text;

    private static string InWords(long n)
    {
        string[] ones = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
        return n switch
        {
            >= 1_000 => Joined(n / 1_000 == 1 ? "seribu" : $"{InWords(n / 1_000)} ribu", n % 1_000),
            >= 100 => Joined(n / 100 == 1 ? "seratus" : $"{ones[n / 100]} ratus", n % 100),
            >= 20 => Joined($"{ones[n / 10]} puluh", n % 10),
            >= 12 => $"{ones[n - 10]} belas",
            11 => "sebelas",
            10 => "sepuluh",
            _ => ones[n],
        };

        static string Joined(string first, long rest) => rest == 0 ? first : $"{first} {InWords(rest)}";
    }
}
