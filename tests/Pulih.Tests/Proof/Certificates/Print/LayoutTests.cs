using CsCheck;
using Pulih.Platform.Print;

namespace Pulih.Proof.Certificates.Print;

public sealed class LayoutTests
{
    private const string LongName = "Raden Ajeng Kusumaningtyas Hadiningrat Prawirodirdjo binti Kanjeng Pangeran Haryo Mangkunegoro Suryaningrat";

    [Fact]
    public void A_short_name_is_large_and_on_one_line() =>
        OwnerLines("Sumiati").ShouldHaveSingleItem().Size.ShouldBeGreaterThanOrEqualTo(40);

    [Fact]
    public void A_long_name_shrinks_onto_two_lines_and_keeps_every_word() =>
        string.Join(' ', OwnerLines(LongName).Select(l => l.Text)).ShouldBe(LongName);

    [Fact]
    public void Nothing_is_ever_printed_beyond_the_edge() =>
        Gen.Select(Words, Words).Sample((owner, business) =>
        {
            foreach (var line in Layout.Of(Sample.Of(owner, business)).Texts)
            {
                (line.X + Faces.Width(line.Face, line.Size, line.Text)).ShouldBeLessThanOrEqualTo(Sheet.Width - 45);
                line.Size.ShouldBeGreaterThanOrEqualTo(6);
            }
        });

    [Fact]
    public void The_date_is_written_out_in_Indonesian_and_in_English()
    {
        var texts = Layout.Of(Sample.Of()).Texts.Select(t => t.Text).ToArray();

        texts.ShouldContain("dengan 5 dari 6 soal dijawab benar, pada 3 Agustus 2020.");
        texts.ShouldContain(t => t.EndsWith("on 3 August 2020.", StringComparison.Ordinal));
    }

    private static Gen<string> Words => Gen.Char.AlphaNumeric.Array[1, 60].Select(c => new string(c)).Array[1, 12].Select(w => string.Join(' ', w));

    private static TextMark[] OwnerLines(string owner)
    {
        var texts = Layout.Of(Sample.Of(owner)).Texts;
        var course = texts.Single(t => t.Text == "Jualan lewat WhatsApp");
        return [.. texts.Where(t => t.Role == Role.Heading && t != course)];
    }
}
