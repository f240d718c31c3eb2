using System.Text.Json;
using CsCheck;

namespace Pulih.Chat.Words;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("NIK saya 3506041203800001 ya", "NIK saya •••••••••••••••• ya")]
    [InlineData("3506 0412 0380 0001", "•••• •••• •••• ••••")]
    [InlineData("350604-120380-0001", "••••••-••••••-••••")]
    [InlineData("HP 0812 3456 7890 dan 0813 1111 2222", "HP 0812 3456 7890 dan 0813 1111 2222")]
    [InlineData("harga 15000 20000 300000", "harga 15000 20000 300000")]
    [InlineData("35060412038000012", "35060412038000012")]
    public void Runs_of_sixteen_digits_are_hidden_and_other_numbers_stay(string sent, string kept) => CleanText.Of(sent).ShouldBe(kept);

    [Fact]
    public void Nul_and_half_characters_do_not_reach_the_database()
    {
        using var json = JsonDocument.Parse("""{"a":"warung\u0000 \ud83c kopi ☕ \ud83c\udf4c"}""");
        CleanText.Of(json.RootElement.GetProperty("a")).ShouldBe("warung \ufffd kopi ☕ 🍌");
    }

    [Fact]
    public void Any_string_comes_out_short_and_whole()
    {
        Gen.String.Sample(sent =>
        {
            var kept = CleanText.Of(sent);
            return kept.Length <= CleanText.Longest && !kept.Contains('\0') && kept == CleanText.Of(kept) && string.Concat(kept.EnumerateRunes()) == kept;
        });
        CleanText.Of(new string('a', CleanText.Longest - 1) + "🍌🍌").Length.ShouldBe(CleanText.Longest - 1, "an emoji is not cut in half");
    }

    [Fact]
    public void In_a_providers_json_only_what_people_wrote_is_hidden()
    {
        var masked = CleanText.MaskNumbersInJson("""{"id":"1234567890123456","audio":{"id":"6543210987654321"},"text":{"body":"3506041203800001"}}""");
        masked.ShouldContain("1234567890123456");
        masked.ShouldContain("6543210987654321");
        masked.ShouldNotContain("3506041203800001");
    }
}
