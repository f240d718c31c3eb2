using CsCheck;
using Pulih.Platform.Print;

namespace Pulih.Proof.Certificates.Print;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("Sumiati", "Sumiati")]
    [InlineData("  Siti   Nurhayati \n", "Siti Nurhayati")]
    [InlineData("\u202eSiti\u200b \ud83d\ude00 Aminah\u0000", "Siti Aminah")]
    [InlineData("Sit\ud83di", "Siti")]
    [InlineData("Rene\u0301", "René")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    [InlineData("\ud83d\ude00\ud83d\ude00", "Pemilik usaha")]
    [InlineData("سيتي", "Pemilik usaha")]
    [InlineData("", "Pemilik usaha")]
    [InlineData(null, "Pemilik usaha")]
    public void A_name_is_printed_without_what_cannot_be_printed(string? typed, string printed) =>
        Printable.Of(typed, "Pemilik usaha").ShouldBe(printed);

    [Fact]
    public void Whatever_is_typed_becomes_one_short_line_of_visible_letters() =>
        Gen.String.Sample(typed =>
        {
            var printed = Printable.Of(typed, "Pemilik usaha");
            printed.Length.ShouldBeInRange(1, 160);
            printed.EnumerateRunes().ShouldAllBe(r => Faces.CanShow(r));
        });
}
