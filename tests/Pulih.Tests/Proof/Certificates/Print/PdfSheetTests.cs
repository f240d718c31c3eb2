using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Pulih.Proof.Certificates.Print;

public sealed class PdfSheetTests
{
    [Fact]
    public void A_screen_reader_finds_language_title_headings_and_words_for_the_code()
    {
        var pdf = Open(PdfSheet.Render(Layout.Of(Sample.Of())));

        pdf.Language.ShouldBe("id-ID");
        pdf.Info.Title.ShouldBe("Sertifikat Pelatihan: Sri Wahyuni");
        pdf.Internals.Catalog.Elements.GetDictionary("/MarkInfo")!.Elements.GetBoolean("/Marked").ShouldBeTrue();
        var tags = Dictionaries(pdf).Select(d => d.Elements.GetName("/S")).ToArray();
        tags.Count(t => t == "/H1").ShouldBe(1);
        tags.Count(t => t == "/H2").ShouldBe(2);
        var figure = Dictionaries(pdf).Single(d => d.Elements.GetName("/S") == "/Figure");
        figure.Elements.GetString("/Alt").ShouldContain("Kode QR untuk membuka halaman cek sertifikat ini: https://pulih.example/certificates/");
    }

    [Fact]
    public void Every_font_travels_inside_the_file()
    {
        var fonts = Dictionaries(Open(PdfSheet.Render(Layout.Of(Sample.Of())))).Where(d => d.Elements.GetName("/Type") == "/FontDescriptor").ToArray();

        fonts.Length.ShouldBe(3);
        fonts.ShouldAllBe(f => f.Elements.ContainsKey("/FontFile2"));
    }

    [Fact]
    public void The_file_stays_small_also_with_a_long_name() =>
        PdfSheet.Render(Layout.Of(Sample.Of(string.Join(' ', Enumerable.Repeat("Kusumaningtyas", 8))))).Length.ShouldBeLessThan(45_000);

    [Fact]
    public async Task Many_can_be_made_at_once()
    {
        var owners = Enumerable.Range(0, 40).Select(n => $"Peserta Ke {n}").ToArray();

        var files = await Task.WhenAll(owners.Select(o => Task.Run(() => PdfSheet.Render(Layout.Of(Sample.Of(o))), TestContext.Current.CancellationToken)));

        files.Select(f => Open(f).Info.Title).ShouldBe(owners.Select(o => $"Sertifikat Pelatihan: {o}"));
    }

    private static PdfDocument Open(byte[] file) => PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Modify);

    private static IEnumerable<PdfDictionary> Dictionaries(PdfDocument pdf) => pdf.Internals.GetAllObjects().OfType<PdfDictionary>();
}
