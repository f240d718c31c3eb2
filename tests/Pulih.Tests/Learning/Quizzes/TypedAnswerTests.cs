using System.Globalization;
using CsCheck;
using Pulih.Platform.Language;

namespace Pulih.Learning.Quizzes;

/// <summary>Answers as people type them.</summary>
public sealed class TypedAnswerTests
{
    private static readonly string[] Options = ["Harga", "Alamat", "Jam buka", "Kata sandi"];

    [Theory]
    [InlineData("A, C", "0 2")]
    [InlineData("a dan c", "0 2")]
    [InlineData("AC", "0 2")]
    [InlineData("1 3", "0 2")]
    [InlineData("c)", "2")]
    [InlineData("b -> a -> c -> d", "1 0 2 3")]
    [InlineData("B lalu A", "1 0")]
    [InlineData("E", null)]
    [InlineData("a, x", null)]
    [InlineData("dan", null)]
    [InlineData("tidak tahu", null)]
    [InlineData("", null)]
    public void Letters_and_numbers_are_read_in_any_form(string typed, string? places) =>
        (TypedOption.AllOf(Options, typed) is { } read ? string.Join(' ', read) : null).ShouldBe(places);

    [Theory]
    [InlineData("75.000", "75000")]
    [InlineData("Rp75.000,-", "75000")]
    [InlineData("rp 75rb", "75000")]
    [InlineData("75 ribu rupiah", "75000")]
    [InlineData("1,5jt", "1500000")]
    [InlineData("1.5 juta", "1500000")]
    [InlineData("2 juta 500 ribu", "2500000")]
    [InlineData("1.500.000", "1500000")]
    [InlineData("1,500,000", "1500000")]
    [InlineData("2,25", "2.25")]
    [InlineData("1.500,50", "1500.50")]
    [InlineData("0,500", "0.500")]
    [InlineData("1 m", "1000000000")]
    [InlineData("12", "12")]
    public void A_number_is_read_as_people_here_write_it(string typed, string number) =>
        TypedNumber.Of(typed).ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("tidak tahu")]
    [InlineData("3-4 jt")]
    [InlineData("10 20")]
    [InlineData("2 juta 500")]
    [InlineData("500 ribu 2 juta")]
    [InlineData("1.50.000")]
    [InlineData("-5")]
    [InlineData("5 ekor")]
    [InlineData("999999999999999999999999999999999999999999")]
    public void What_is_no_number_or_could_be_two_is_refused(string typed) => TypedNumber.Of(typed).ShouldBeNull();

    [Fact]
    public void Any_amount_written_with_points_or_commas_is_read_as_it_is() =>
        Gen.Long[0, 999_999_999_999].Sample(amount =>
        {
            TypedNumber.Of(amount.ToString("N0", CultureInfo.GetCultureInfo("id-ID"))).ShouldBe(amount);
            TypedNumber.Of(amount.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))).ShouldBe(amount);
            TypedNumber.Of("Rp" + amount.ToString(CultureInfo.InvariantCulture)).ShouldBe(amount);
        });

    [Fact]
    public void Whatever_is_typed_is_a_number_or_none_and_never_a_fault() =>
        Gen.String[Gen.Char["0123456789.,-rpbtjuam "], 0, 50].Sample(typed => (TypedNumber.Of(typed) is null or >= 0).ShouldBeTrue());

    [Theory]
    [InlineData("jendela", "Jendela", true)]
    [InlineData("jendela", "dari JENDELA!", true)]
    [InlineData("jendela", "jendla", true)]
    [InlineData("jendela", "jnedela", true)]
    [InlineData("jendela", "jendelaa", true)]
    [InlineData("jendela", "jndla", false)]
    [InlineData("matahari pagi", "pagi", false)]
    [InlineData("matahari pagi", "sinar mataharii pagi", true)]
    [InlineData("mata", "data", false)]
    [InlineData("kafé", "kafe", true)]
    [InlineData("", "apa saja", false)]
    [InlineData("jendela", "", false)]
    public void A_word_is_right_in_any_dress_and_with_one_slip_when_it_is_long(string right, string typed, bool same) =>
        SameWords.Are(right, typed).ShouldBe(same);
}
