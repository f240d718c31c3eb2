using Pulih.Registry.Contracts;

namespace Pulih.Classes.Attendance;

public sealed class MatchReportTests
{
    private static readonly PersonInfo Sri = Person("Sri Wahyuni", "+6281234517201", "Keripik Melati");
    private static readonly PersonInfo First = Person("Siti Aminah", "+6281234517202", "Warung Pojok");
    private static readonly PersonInfo Second = Person("Siti Aminah", "+6281234517203", "Jahit Rapi");
    private readonly MatchReport match = new([Sri, First, Second]);

    [Theory]
    [InlineData("Sri Wahyuni", "")]
    [InlineData("Bu Sri Wahyuni, S.E.", "")]
    [InlineData("SRI WAHYOENI", "")]
    [InlineData("Sri Wahyuni - Keripik Melati", "")]
    [InlineData("Keripik Melati | Sri Wahyuni", "")]
    [InlineData("iPhone", "0812-3451-7201")]
    [InlineData("Galaxy A12 081234517201", "")]
    public void A_name_or_number_that_one_person_alone_has_is_theirs(string name, string contact) => match.Find(name, contact).Person.ShouldBe(Sri);

    [Fact]
    public void Two_people_of_one_name_are_never_told_apart_by_guess_but_by_their_number()
    {
        match.Find("Siti Aminah", "").ShouldBe((null, RowMatch.SeveralOfName));
        match.Find("Siti Aminah", "081234517203").ShouldBe((Second, RowMatch.Phone));
    }

    [Fact]
    public void Who_is_not_of_the_class_gets_nobodys_minutes_and_those_who_may_be_meant_are_named_with_the_reason()
    {
        match.Find("iPhone Siti", "").ShouldBe((null, RowMatch.NobodyOfName));
        match.Suggest("iPhone Siti").Select(s => s.Person).ShouldBe([First, Second], ignoreOrder: true);
        match.Suggest("Melati")[0].ShouldBe(new(Sri, "melati"));
        match.Suggest("OPPO A3s").ShouldBeEmpty();
    }

    private static PersonInfo Person(string name, string phone, string business) =>
        new(Guid.CreateVersion7(), name, null, phone, [new(Guid.CreateVersion7(), business, "lainnya", "35.06.15", null, null)]);
}
