namespace Linkage.Standardising;

public sealed class NamesTests
{
    [Theory]
    [InlineData("Soekarno", "Sukarno")]
    [InlineData("Djoko Soesilo", "Joko Susilo")]
    [InlineData("Tjahjo Koesoemo", "Cahyo Kusumo")]
    [InlineData("H. Achmad Jusuf, S.E.", "Ahmad Yusuf")]
    [InlineData("Hj. Siti Aminah, S.Pd.", "Siti Aminah")]
    [InlineData("Zainal Abidin", "Jaenal Abidin")]
    [InlineData("Drs. H. Rachmat Hidayat, M.M.", "Rahmat Hidayat")]
    [InlineData("Nurhayati", "Nur Hayati")]
    [InlineData("Njoman Sutama", "Nyoman Sutama")]
    [InlineData("Bpk. Slamet bin Karto", "Slamet")]
    [InlineData("I Wayan Sudiarta", "Wayan Sudiarta")]
    [InlineData("Moh. Ramadhan", "Muhammad Ramadan")]
    public void Ways_to_write_one_name_have_one_sound(string one, string other) =>
        PersonNames.Read(one).Joined.ShouldBe(PersonNames.Read(other).Joined);

    [Theory]
    [InlineData("Siti Aminah", "Siti Aisyah")]
    [InlineData("Agus Salim", "Agustina")]
    [InlineData("Budi", "Badu")]
    public void Different_names_keep_different_sounds(string one, string other) =>
        PersonNames.Read(one).Joined.ShouldNotBe(PersonNames.Read(other).Joined);

    [Fact]
    public void What_people_call_an_owner_is_kept_beside_the_name()
    {
        var name = PersonNames.Read("Sugeng Sarnoadi als Geng");
        name.Parts.Select(p => p.Text).ShouldBe(["sugeng", "sarnoadi"]);
        name.Nicknames.Select(p => p.Text).ShouldBe(["geng"]);
        PersonNames.Read("Popon (Bu Iis)").Nicknames.Select(p => p.Text).ShouldBe(["iis"]);
    }

    [Theory]
    [InlineData("Wr. Bu Sri", "WARUNG SRI")]
    [InlineData("UD. \"Maju Djaya\"", "Maju Jaya")]
    [InlineData("Konv. Barokah", "Konveksi Berkah")]
    [InlineData("SariRasa", "Sari Rasa")]
    public void Ways_to_write_one_business_have_one_sound(string one, string other) =>
        BusinessNames.Read(one).Joined.ShouldBe(BusinessNames.Read(other).Joined);

    [Theory]
    [InlineData("belum ada")]
    [InlineData("-")]
    [InlineData(" . ")]
    [InlineData("")]
    public void A_name_that_says_that_there_is_none_is_none(string cell) => BusinessNames.Read(cell).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_name_of_products_alone_has_no_words_of_its_own()
    {
        var name = BusinessNames.Read("Usaha Tenun");
        name.Own.ShouldBeEmpty();
        name.Kinds.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_place_behind_the_name_is_not_part_of_it()
    {
        BusinessNames.Read("Bunda Bandar Lampung", Place.Read("Kota Bandar Lampung")).Own.Select(p => p.Text).ShouldBe(["bunda"]);
        BusinessNames.Read("Malang Jaya", Place.Read("Kota Malang")).Own.Length.ShouldBe(2);
    }
}
