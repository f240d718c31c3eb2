using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

public sealed class SimilarTests
{
    private static readonly SimilarBusiness Listed = new(Talk.Id(7), "K•••••• B• S••, milik S•• W••••••, Kec. Pare", null);

    [Fact]
    public void Before_a_business_is_registered_its_owner_is_asked_about_a_similar_one_and_the_answer_goes_with_it()
    {
        var talk = new Talk { Similar = Listed }.Typed("halo", "setuju", "Sri Wahyuni", "Keripik Bu Sri", "Pare");
        talk.Last.Text.ShouldContain("Kami menemukan usaha yang mirip: K•••••• B• S••");
        talk.Known.Person.ShouldBeNull();
        talk.Types("Ya, sama");
        talk.AtLessons.ShouldBeTrue();
        talk.Done.OfType<AddBusiness>().Single().Business.Word.ShouldBe(new OwnersWord(Listed.RecordId, true));
        talk.Sent.ShouldBeLessThanOrEqualTo(7);
    }

    [Theory]
    [InlineData("bukan kak, beda", false)]
    [InlineData("iya itu usaha saya", true)]
    [InlineData("2", false)]
    [InlineData("tidak sama", false)]
    public void The_answer_may_be_in_words_or_a_number(string typed, bool same)
    {
        var talk = new Talk { Similar = Listed }.Typed("halo", "setuju", "Sri", "Keripik Bu Sri", "Pare", typed);
        talk.Done.OfType<AddBusiness>().Single().Business.Word!.Same.ShouldBe(same);
    }

    [Fact]
    public void Whatever_else_is_said_is_answered_by_the_same_question()
    {
        var talk = new Talk { Similar = Listed }.Typed("halo", "setuju", "Sri", "Keripik Bu Sri", "Pare", "maksudnya apa", "lanjut");
        talk.Sends(HeardKind.Voice).Text.ShouldContain("usaha yang mirip");
        talk.Known.Person.ShouldBeNull();
        talk.Types("ya");
        talk.AtLessons.ShouldBeTrue();
    }

    [Fact]
    public void After_a_correction_it_is_looked_for_again()
    {
        var talk = new Talk { Similar = Listed }.Typed("halo", "setuju", "Sri", "Keripik Bu Sri", "Pare", "ubah data");
        talk.Taps("fix:business");
        talk.Types("Kue Kering Sri");
        talk.Drafts.Select(d => d.BusinessName).ShouldBe(["Keripik Bu Sri", "Kue Kering Sri"]);
        talk.Last.Text.ShouldContain("usaha yang mirip");
    }

    [Fact]
    public void Where_nothing_is_similar_no_question_is_spent()
    {
        var talk = new Talk().Typed("halo", "setuju", "Sri", "Keripik Bu Sri", "Pare");
        (talk.AtLessons, talk.Sent, talk.Drafts.Count).ShouldBe((true, 5, 1));
    }

    [Fact]
    public void An_owner_who_adds_what_is_theirs_already_learns_with_that()
    {
        var own = new BusinessInfo(Talk.Id(5), "Keripik Bu Sri", "makanan_olahan", "35.06.15", null, null);
        var talk = new Talk(Talk.Owner(own), Talk.Allowed) { Similar = new(Talk.Id(7), "Keripik Bu Sri, yang sudah Bapak/Ibu daftarkan", own.Id) };
        talk.Taps("learn:new");
        talk.Typed("Kripik Bu Sri", "Pare", "ya");
        talk.AtLessons.ShouldBeTrue();
        talk.Done.OfType<AddBusiness>().ShouldBeEmpty();
        talk.Done.OfType<EnrolBusiness>().Single().BusinessId.ShouldBe(own.Id);
    }

    [Fact]
    public void An_owner_who_adds_what_learns_in_that_cohort_already_goes_on_there()
    {
        var own = new BusinessInfo(Talk.Id(5), "Keripik Bu Sri", "makanan_olahan", "35.06.15", null, null);
        var there = new EnrolmentInfo(Talk.Id(6), Talk.Id(9), own.Id, Talk.Programme, Talk.Cohort, Talk.Partner, "jualan", "poster");
        var talk = new Talk(Talk.Owner(own), Talk.Allowed, [there]) { Similar = new(Talk.Id(7), "Keripik Bu Sri, yang sudah Bapak/Ibu daftarkan", own.Id) };
        talk.Taps("learn:new");
        talk.Typed("Kripik Bu Sri", "Pare", "ya");
        talk.AtLessons.ShouldBeTrue();
        talk.Done.ShouldBeEmpty();
        talk.Known.Enrolments.ShouldHaveSingleItem();
    }
}
