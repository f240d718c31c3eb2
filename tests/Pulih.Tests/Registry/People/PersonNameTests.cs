using System.Globalization;
using CsCheck;
using Pulih.Registry.People;

namespace Pulih.Registry.People;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("  Sri   Wahyuni ", "Sri Wahyuni", null)]
    [InlineData("bu sri", "Sri", "Bu")]
    [InlineData("Ibu Hj. Aminah", "Hj. Aminah", "Bu")]
    [InlineData("PAK JOKO", "Joko", "Pak")]
    [InlineData("nama saya Ngatinem", "Ngatinem", null)]
    [InlineData("Bpk. Suparno.", "Suparno", "Pak")]
    [InlineData("Bu", "Bu", null)]
    [InlineData("\u202Eirs\u200B", "Irs", null)]
    [InlineData("McDonny van Gobel", "McDonny van Gobel", null)]
    [InlineData("Ni Made Ayu 😀", "Ni Made Ayu 😀", null)]
    [InlineData("<script>alert(1)</script>", "<Script>Alert(1)</Script>", null)]
    public void A_typed_name_is_kept_and_its_address_apart(string typed, string name, string? address)
    {
        var read = PersonName.Read(typed);
        read.ShouldNotBeNull();
        (read.Name, read.Address).ShouldBe((name, address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3506121212121212")]
    [InlineData("😀😀")]
    [InlineData("...")]
    public void What_has_no_letter_is_no_name(string typed) => PersonName.Read(typed).ShouldBeNull();

    [Fact]
    public void A_family_of_emoji_is_never_cut_in_half()
    {
        var name = PersonName.Read("Sri " + string.Concat(Enumerable.Repeat("👨‍👩‍👧", 100)))!.Name;
        new StringInfo(name).LengthInTextElements.ShouldBeLessThanOrEqualTo(60);
        name.ShouldEndWith("👨‍👩‍👧");
    }

    [Fact]
    public void Any_text_becomes_a_short_visible_name_or_none() => Gen.String[0, 600].Sample(typed =>
        PersonName.Read(typed) is not { } read
        || new StringInfo(read.Name).LengthInTextElements <= 60 && !read.Name.Any(c => char.IsControl(c)) && !read.Name.Contains("  ", StringComparison.Ordinal));

    [Fact]
    public void A_name_read_again_is_the_same() => Gen.String[Gen.Char["abcdefABC .-'é"], 1, 40].Sample(typed =>
        PersonName.Read(typed) is not { } read || PersonName.Read(read.Name)!.Name == read.Name);
}
