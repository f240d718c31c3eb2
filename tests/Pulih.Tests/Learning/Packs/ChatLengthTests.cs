using CsCheck;

namespace Pulih.Learning.Packs;

public sealed class ChatLengthTests
{
    [Fact]
    public void Cutting_never_halves_an_emoji_and_always_fits() =>
        Gen.Int[0, 5].Select(i => new[] { "a", "é", "😀", "👩‍🌾", " ", "ñ" }[i]).Array[0, 40].Sample(parts =>
        {
            var text = string.Concat(parts);
            var cut = ChatLength.Cut(text, 20);
            cut.Length.ShouldBeLessThanOrEqualTo(20);
            cut.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
            text.StartsWith(cut.TrimEnd('…'), StringComparison.Ordinal).ShouldBeTrue();
        });
}
