using CsCheck;
using Pulih.Registry.Contracts;
using Pulih.Registry.Regions;

namespace Pulih.Registry.Regions;

public sealed class RegionFinderTests
{
    private static readonly RegionTable Regions = new();

    private static readonly List<Region> Everywhere =
        [.. Regions.Provinces, .. Regions.Provinces.SelectMany(Regions.Within), .. Regions.Provinces.SelectMany(Regions.Within).SelectMany(Regions.Within)];

    private static readonly Region[] Kecamatan = [.. Everywhere.Where(r => !r.IsRegency && r.Kind != RegionKind.Province)];

    [Fact]
    public void The_table_holds_every_province_regency_and_kecamatan()
    {
        Everywhere.Count(r => r.Kind == RegionKind.Province).ShouldBe(38);
        Everywhere.Count(r => r.Kind == RegionKind.Kabupaten).ShouldBe(416);
        Everywhere.Count(r => r.Kind == RegionKind.Kota).ShouldBe(98);
        Kecamatan.Length.ShouldBe(7285);
        Everywhere.Select(r => r.Province.ZoneLabel).Distinct().Order().ShouldBe(["WIB", "WIT", "WITA"]);
    }

    [Theory]
    [InlineData("Pare", "Kec. Pare, Kab. Kediri, Jawa Timur")]
    [InlineData("kec. pare, kab. kediri", "Kec. Pare, Kab. Kediri, Jawa Timur")]
    [InlineData("PARE KEDIRI JATIM", "Kec. Pare, Kab. Kediri, Jawa Timur")]
    [InlineData("saya tinggal di desa Pelem kec Pare kab Kediri ya kak", "Kec. Pare, Kab. Kediri, Jawa Timur")]
    [InlineData("Jl. Merdeka no 5, Pare, Kediri", "Kec. Pare, Kab. Kediri, Jawa Timur")]
    [InlineData("kota kediri", "Kota Kediri, Jawa Timur")]
    [InlineData("kab kediri", "Kab. Kediri, Jawa Timur")]
    [InlineData("Kodya Bandung", "Kota Bandung, Jawa Barat")]
    [InlineData("bandung barat", "Kab. Bandung Barat, Jawa Barat")]
    [InlineData("bandung baratt", "Kab. Bandung Barat, Jawa Barat")]
    [InlineData("jaksel", "Kota Jakarta Selatan, DKI Jakarta")]
    [InlineData("jakarta selatan", "Kota Jakarta Selatan, DKI Jakarta")]
    [InlineData("Kota Administrasi Jakarta Timur", "Kota Jakarta Timur, DKI Jakarta")]
    [InlineData("tangsel", "Kota Tangerang Selatan, Banten")]
    [InlineData("Sby", "Kota Surabaya, Jawa Timur")]
    [InlineData("surabya", "Kota Surabaya, Jawa Timur")]
    [InlineData("kota jogja", "Kota Yogyakarta, DI Yogyakarta")]
    [InlineData("solo", "Kota Surakarta, Jawa Tengah")]
    [InlineData("tulung agung", "Kab. Tulungagung, Jawa Timur")]
    [InlineData("banyuwngi", "Kab. Banyuwangi, Jawa Timur")]
    [InlineData("Kapanewon Sewon", "Kapanewon Sewon, Kab. Bantul, DI Yogyakarta")]
    [InlineData("distrik sentani", "Distrik Sentani, Kab. Jayapura, Papua")]
    [InlineData("Kec. Ra’as", "Kec. Ra'as, Kab. Sumenep, Jawa Timur")]
    [InlineData("gunung bintang awai", "Kec. Gn. Bintang Awai, Kab. Barito Selatan, Kalimantan Tengah")]
    [InlineData("tj priok jakut", "Kec. Tanjung Priok, Kota Jakarta Utara, DKI Jakarta")]
    [InlineData("Índramayu", "Kab. Indramayu, Jawa Barat")]
    [InlineData("kec. jombang kab. jombang", "Kec. Jombang, Kab. Jombang, Jawa Timur")]
    [InlineData("kec kota, kota kediri", "Kec. Kota, Kota Kediri, Jawa Timur")]
    [InlineData("dusun hilir", "Kec. Dusun Hilir, Kab. Barito Selatan, Kalimantan Tengah")]
    [InlineData("2 x 11 kayu tanam", "Kec. 2 x 11 Kayu Tanam, Kab. Padang Pariaman, Sumatera Barat")]
    public void An_everyday_spelling_finds_its_place(string typed, string expected) =>
        (Regions.Find(typed).One?.Display ?? "none").ShouldBe(expected);

    [Theory]
    [InlineData("Bandung", "Kab. Bandung", "Kota Bandung")]
    [InlineData("kediri", "Kab. Kediri", "Kota Kediri")]
    [InlineData("Jogja", "Kota Yogyakarta", "Kab. Bantul")]
    [InlineData("jakarta", "Kota Jakarta Selatan", "Kab. Kepulauan Seribu")]
    [InlineData("karanganyar", "Kab. Karanganyar", "Kec. Karanganyar")]
    public void A_name_used_more_than_once_becomes_a_choice(string typed, params string[] among)
    {
        var match = Regions.Find(typed);
        match.One.ShouldBeNull();
        match.Several.Count.ShouldBeInRange(2, 10);
        among.ShouldBeSubsetOf(match.Several.Select(r => r.Title));
    }

    [Fact]
    public void A_wide_province_is_asked_for_more() => Regions.Find("jawa timur").TooWide!.Code.ShouldBe("35");

    [Theory]
    [InlineData("")]
    [InlineData("😀😀")]
    [InlineData("\ud800")]
    [InlineData("di rumah")]
    [InlineData("xyzzyq")]
    [InlineData("12345")]
    public void Nonsense_finds_nothing(string typed) => Regions.Find(typed).ShouldBe(RegionMatch.Nothing);

    [Fact]
    public void Every_region_is_found_by_its_own_address()
    {
        var lost = Everywhere.Where(r => r.Kind != RegionKind.Province)
            .Where(r => Regions.Find(r.Display) is var match && match.One != r && !match.Several.Contains(r))
            .Select(r => $"{r.Code} {r.Display} -> {Regions.Find(r.Display).One?.Display}");
        lost.ShouldBeEmpty();
    }

    [Fact]
    public void Noise_around_an_address_does_not_lose_it()
    {
        var noise = Gen.Char["  .,-\n"].Array[0, 3].Select(c => new string(c));
        Gen.Select(Gen.Int[0, Kecamatan.Length - 1].Select(i => Kecamatan[i]), noise, Gen.Bool).Sample((region, dirt, shout) =>
        {
            var typed = dirt + (shout ? region.Display.ToUpperInvariant() : region.Display) + dirt;
            var match = Regions.Find(typed);
            return match.One == region || match.Several.Contains(region);
        });
    }

    [Fact]
    public void Any_text_gets_an_answer() => Gen.String.Sample(typed => Regions.Find(typed).Several.Count <= RegionMatch.Most);
}
