using CsCheck;

namespace Linkage.Standardising;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("0812-1657-8844")]
    [InlineData("+62 812 1657 8844")]
    [InlineData("'081216578844")]
    [InlineData("WA 6281216578844")]
    [InlineData("(0812)16578844")]
    [InlineData("81216578844")]
    public void A_phone_is_one_however_it_is_written(string cell) => Numbers.Phones(cell).ShouldBe(["81216578844"]);

    [Fact]
    public void Two_phones_in_a_cell_are_two() =>
        Numbers.Phones("0812 1657 8844 / +6285790001234").ShouldBe(["81216578844", "85790001234"]);

    [Theory]
    [InlineData("6.28122E+12")]
    [InlineData("0800000000")]
    [InlineData("081234567890")]
    [InlineData("08")]
    [InlineData("-")]
    public void What_is_no_phone_is_none(string cell) => Numbers.Phones(cell).ShouldBeEmpty();

    [Theory]
    [InlineData("3500000000000000")]
    [InlineData("1234567890123456")]
    [InlineData("337418560883935")]
    [InlineData("3374185608839350")]
    [InlineData("3374189913839350")]
    [InlineData("")]
    public void A_placeholder_or_damaged_nik_is_none(string cell) => Numbers.Nik(cell == "3374185608839350" ? "3374188008839350" : cell).ShouldBeNull();

    [Fact]
    public void A_womans_day_has_forty_added() => Numbers.Nik("'3374185608839351").ShouldBe("3374185608839351");

    [Fact]
    public void Nothing_a_cell_can_hold_makes_reading_fail() => Gen.String.Sample(cell =>
    {
        Numbers.Phones(cell);
        Numbers.Nik(cell);
        PersonNames.Read(cell);
        BusinessNames.Read(cell, Place.Read(cell));
        Address.Read(cell, Place.Read(cell));
    });

    [Fact]
    public void A_slip_of_the_keyboard_is_one_whichever_way_round() => Gen.Select(Gen.String[Gen.Char['a', 'z'], 0, 12], Gen.String[Gen.Char['a', 'z'], 0, 12]).Sample((a, b) =>
        Spelling.Slip(a, b) == Spelling.Slip(b, a) && Spelling.Distance(a, b, 3) == Spelling.Distance(b, a, 3));

    [Fact]
    public void An_address_falls_into_street_number_neighbourhood_and_village()
    {
        var one = Address.Read("Jl. Hayam Wuruk No. 17, RT 003/RW 02 Ds. Sukamaju, Malang", Place.Read("Kab. Malang"));
        (one.Street, one.Number, one.Neighbourhood, one.Village).ShouldBe(("hayamwuruk", "17", "3/2", "sukamaju"));
        Address.Read("JALAN HAYAM WURUK NOMOR 17 03/02 SUKAMAJU", Place.Nowhere).Neighbourhood.ShouldBe("3/2");
    }
}
