namespace Pulih.Proof.Certificates;

public sealed class CodesTests
{
    [Fact]
    public void A_link_carries_at_least_128_random_bits() =>
        (Codes.NewLong().Length * Math.Log2(Codes.Letters.Distinct().Count())).ShouldBeGreaterThanOrEqualTo(128);

    [Theory]
    [InlineData("K7QM-4RTX", "K7QM4RTX")]
    [InlineData(" k7qm 4rtx ", "K7QM4RTX")]
    [InlineData("K7QM4RTX", "K7QM4RTX")]
    [InlineData("K7QM-4RT", null)]
    [InlineData("K7QM-4RTXX", null)]
    [InlineData("K7QM-4RT0", null)]
    [InlineData("' OR 1=1 --", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_typed_code_is_understood_however_it_is_grouped(string? typed, string? code) => Codes.Typed(typed).ShouldBe(code);

    [Fact]
    public void A_printed_code_is_understood_when_typed()
    {
        var code = Codes.NewShort();

        Codes.Typed(Codes.Grouped(code).ToLowerInvariant()).ShouldBe(code);
    }
}
