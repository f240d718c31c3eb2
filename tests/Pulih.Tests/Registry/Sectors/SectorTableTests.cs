using CsCheck;
using Pulih.Registry.Sectors;

namespace Pulih.Registry.Sectors;

public sealed class SectorTableTests
{
    private static readonly SectorTable Sectors = new();

    [Theory]
    [InlineData("jualan kripik singkong", "makanan_olahan", "10794")]
    [InlineData("Keripik pisang & singkong", "makanan_olahan", "10794")]
    [InlineData("gorengan", "kuliner_warung", "56104")]
    [InlineData("nasi goreng dan mie goreng", "kuliner_warung", "56102")]
    [InlineData("warung bakso", "kuliner_warung", "56102")]
    [InlineData("warung kopi", "kuliner_minuman", "56303")]
    [InlineData("kopi bubuk", "makanan_olahan", "10761")]
    [InlineData("es teh jumbo", "kuliner_minuman", "56304")]
    [InlineData("Jamu gendong", "minuman_olahan", "11090")]
    [InlineData("jual baju anak", "fashion_dagang", "47711")]
    [InlineData("bikin baju", "fashion_produksi", "14120")]
    [InlineData("batik tulis", "fashion_wastra", "13134")]
    [InlineData("baju batik", "fashion_wastra", "13134")]
    [InlineData("tas rajut", "kriya", "32903")]
    [InlineData("tas", "fashion_dagang", "47714")]
    [InlineData("pulsa dan token listrik", "dagang_pulsa", "61994")]
    [InlineData("toko sembako", "dagang_kelontong", "47112")]
    [InlineData("londri kiloan", "jasa_laundry", "96200")]
    [InlineData("bengkel motor", "jasa_bengkel", "45407")]
    [InlineData("budidaya lele", "perikanan", "03221")]
    [InlineData("pecel lele", "kuliner_warung", "56102")]
    [InlineData("telur asin", "makanan_olahan", "10799")]
    [InlineData("kue kering lebaran", "makanan_olahan", "10710")]
    [InlineData("jajanan pasar", "makanan_olahan", "10792")]
    [InlineData("katering nasi kotak", "kuliner_katering", "56210")]
    [InlineData("les anak sd", "jasa_pendidikan", "85495")]
    [InlineData("ojek online", "jasa_transportasi", "49424")]
    [InlineData("sablon kaos", "jasa_kreatif", "18120")]
    [InlineData("sayurannya", "agribisnis_tani", "01131")]
    [InlineData("krupukk", "makanan_olahan", "10794")]
    [InlineData("jual apa saja: minuman dingin", "kuliner_minuman", "56304")]
    public void Sold_words_speak_for_a_sector(string sold, string sector, string kbli)
    {
        var match = Sectors.Match(sold);
        (match.One?.Key, match.Kbli).ShouldBe((sector, kbli));
    }

    [Theory]
    [InlineData("macam-macam")]
    [InlineData("")]
    [InlineData("🔥🔥")]
    [InlineData("toko")]
    [InlineData("qwerty zxcvb")]
    public void Words_that_say_nothing_leave_the_choice_to_the_list(string sold) => Sectors.Match(sold).One.ShouldBeNull();

    [Fact]
    public void The_list_fits_a_chat()
    {
        Sectors.ShortList.Count.ShouldBe(10);
        Sectors.All.ShouldAllBe(s => s.TitleId.Length <= 24 && s.TitleEn.Length <= 24 && s.About.Length <= 72);
    }

    [Fact]
    public void Any_text_gets_an_answer() => Gen.String.Sample(sold => Sectors.Match(sold).Several.Count <= 10);
}
