using Pulih.Registry.People;

namespace Pulih.Registry.People;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("081234567890")]
    [InlineData("6281234567890")]
    [InlineData("+62 0812-3456-7890")]
    [InlineData("+6281234567890")]
    [InlineData("(0812) 3456 7890")]
    [InlineData("81234567890")]
    public void Every_way_of_writing_it_is_one_number(string typed) => PhoneNumber.Normalise(typed).ShouldBe("+6281234567890");

    [Theory]
    [InlineData("0812")]
    [InlineData("")]
    [InlineData("bukan nomor")]
    [InlineData("3506121212121212")]
    public void What_cannot_be_dialled_is_no_number(string typed) => PhoneNumber.Normalise(typed).ShouldBeNull();

    [Fact]
    public void A_foreign_number_keeps_its_country() => PhoneNumber.Normalise("+60 12-345 6789").ShouldBe("+60123456789");
}
