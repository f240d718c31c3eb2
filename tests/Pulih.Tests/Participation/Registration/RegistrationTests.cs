using CsCheck;
using Pulih.Chat.Contracts;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

public sealed class RegistrationTests
{
    private const string Entry = "Halo, saya mau ikut pelatihan (kode FBPAGE1)";

    [Fact]
    public void Six_messages_lead_from_the_greeting_to_the_first_lesson()
    {
        var talk = new Talk();
        talk.Types(Entry).Text.ShouldContain("tidak pernah meminta uang, PIN, atau kode OTP");
        talk.Types("Setuju").Text.ShouldContain("nama");
        talk.Types("bu sri").Text.ShouldContain("Bu Sri");
        talk.Types("Warung Rejeki").Choices.Count.ShouldBe(10);
        talk.Types("gorengan").Text.ShouldContain("kecamatan");
        talk.Types("Pare, Kediri").Text.ShouldContain("Kec. Pare, Kab. Kediri, Jawa Timur");
        talk.AtLessons.ShouldBeTrue();
        talk.Sent.ShouldBe(6);
        var enrolment = talk.Known.Enrolments.ShouldHaveSingleItem();
        (enrolment.CohortId, enrolment.PartnerId, enrolment.Source, enrolment.CourseCode).ShouldBe((Talk.Cohort, Talk.Bringer, "facebook", "jualan"));
        talk.Known.Person!.Phone.ShouldBe("+6281234567890");
    }

    [Fact]
    public void The_link_of_a_suspended_partner_leads_to_an_open_cohort_of_another()
    {
        var talk = new Talk(suspended: Talk.Bringer).Typed(Entry, "setuju", "Sri", "Keripik Bu Sri", "Pare");
        talk.AtLessons.ShouldBeTrue();
        talk.Known.Enrolments.Single().PartnerId.ShouldBe(Talk.Partner);
    }

    [Fact]
    public void A_number_of_a_resident_is_led_to_a_safe_page_and_never_asked_for_here()
    {
        var talk = new Talk().Typed("halo", "setuju", "Sri", "Keripik Bu Sri", "Pare", "ubah data");
        talk.Taps("fix:numbers").Text.ShouldContain("https://pulih.test/data-usaha/");
        talk.AtLessons.ShouldBeTrue();
    }

    [Fact]
    public void A_name_that_says_what_is_sold_spares_a_question()
    {
        var talk = new Talk().Typed("halo", "setuju", "Joko", "Keripik Bu Sri", "Pare");
        talk.AtLessons.ShouldBeTrue();
        talk.Sent.ShouldBe(5);
        talk.Known.Person!.Businesses.Single().SectorKey.ShouldBe("makanan_olahan");
        talk.Done.OfType<AddBusiness>().Single().Business.Kbli.ShouldBe("10794");
    }

    [Fact]
    public void Even_an_unnamed_business_in_an_ambiguous_place_stays_within_seven_messages()
    {
        var talk = new Talk().Typed("halo", "Setuju", "Sri", "belum ada nama", "keripik singkong", "Bandung");
        talk.Last.Choices.Select(c => c.Title).ShouldContain("Kota Bandung");
        talk.Types("Kota Bandung");
        talk.AtLessons.ShouldBeTrue();
        talk.Sent.ShouldBeLessThanOrEqualTo(7);
        talk.Known.Person!.Businesses.Single().ShouldSatisfyAllConditions(b => b.Name.ShouldBe("keripik singkong"), b => b.RegionCode.ShouldBe("32.73"));
    }

    [Fact]
    public void Permission_is_recorded_with_the_version_of_its_words_before_anything_else_is_asked()
    {
        var talk = new Talk().Typed("halo", "ya");
        talk.Done.ShouldHaveSingleItem().ShouldBeOfType<AnswerConsent>().ShouldSatisfyAllConditions(a => a.Given.ShouldBeTrue(), a => a.TextVersion.ShouldNotBeEmpty());
    }

    [Theory]
    [InlineData("saya setuju kak")]
    [InlineData("👍")]
    [InlineData("1")]
    [InlineData("Boleh")]
    public void Permission_is_understood_in_everyday_words(string typed) => new Talk().Typed("halo", typed).Known.Consents.Allows(ConsentPurpose.TakePart).ShouldBeTrue();

    [Fact]
    public void Refusing_ends_kindly_and_can_be_taken_back()
    {
        var talk = new Talk().Typed("halo", "tidak setuju");
        talk.Last.Text.ShouldContain("tidak apa-apa");
        talk.Types("apa kabar").Text.ShouldContain("tidak apa-apa");
        talk.Types("Daftar").Text.ShouldContain("Setuju");
        talk.Typed("Setuju", "Sri").Last.Text.ShouldContain("nama usahanya");
        talk.Done.OfType<AnswerConsent>().Select(a => a.Given).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(HeardKind.Voice, "suara")]
    [InlineData(HeardKind.Picture, "fotonya")]
    [InlineData(HeardKind.Location, "lokasi")]
    [InlineData(HeardKind.Other, "kiriman")]
    public void What_cannot_be_an_answer_is_answered_kindly_and_the_question_asked_again(HeardKind kind, string word)
    {
        foreach (var (before, question) in new[] { (new[] { "halo" }, "setuju"), (["halo", "ya"], "Siapa nama"), (["halo", "ya", "Sri"], "nama usahanya"), (["halo", "ya", "Sri", "Rejeki"], "jualan apa"), (["halo", "ya", "Sri", "Keripik"], "kecamatan") })
        {
            var said = new Talk().Typed(before).Sends(kind).Text;
            said.ShouldContain(word);
            said.ShouldContain(question, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("3506121212121212")]
    [InlineData("nik saya ••••••••••••••••")]
    public void An_identity_number_is_refused_and_never_kept(string typed)
    {
        var talk = new Talk().Typed("halo", "ya");
        talk.Types(typed).Text.ShouldContain("NIK");
        talk.Typed("Sri", "Keripik", typed).Last.Text.ShouldContain("NIK");
        talk.Known.Person.ShouldBeNull();
    }

    [Fact]
    public void Five_hundred_characters_are_no_name()
    {
        var talk = new Talk().Typed("halo", "ya", new string('a', 500));
        talk.Last.Text.ShouldContain("singkat");
        talk.Typed("Sri " + new string('x', 100), "Keripik", "Pare");
        talk.Known.Person!.Name.Length.ShouldBeLessThanOrEqualTo(60);
    }

    [Fact]
    public void Emoji_direction_marks_and_formulas_are_kept_harmlessly()
    {
        var talk = new Talk().Typed("halo", "ya", "\u202Esri\u200B 😀", "=cmd|' /C calc'!A0 keripik", "Pare");
        talk.Known.Person!.Name.ShouldBe("Sri 😀");
        talk.Known.Person.Businesses.Single().Name.ShouldStartWith("=cmd");
    }

    [Fact]
    public void A_place_that_does_not_exist_is_asked_for_again_and_a_province_for_more()
    {
        var talk = new Talk().Typed("halo", "ya", "Sri", "Keripik");
        talk.Types("Wakanda").Text.ShouldContain("belum kami temukan");
        talk.Types("jawa timur").Text.ShouldContain("Kabupaten atau kota mana");
        talk.Types("kediri").Choices.Count.ShouldBeGreaterThan(1);
        talk.Types("kota");
        talk.Known.Person!.Businesses.Single().RegionCode.ShouldBe("35.71");
    }

    [Fact]
    public void Wares_nobody_knows_become_a_choice_and_then_are_kept_in_the_owners_words()
    {
        var talk = new Talk().Typed("halo", "ya", "Sri", "Rejeki");
        talk.Types("macam-macam").Text.ShouldContain("paling dekat");
        talk.Typed("pokoknya banyak", "Pare");
        talk.Known.Person!.Businesses.Single().SectorKey.ShouldBe("lainnya");
        talk.Done.OfType<AddBusiness>().Single().Business.Sold.ShouldBe("pokoknya banyak");
    }

    [Fact]
    public void A_sector_may_be_tapped_and_a_second_tap_changes_nothing()
    {
        var talk = new Talk().Typed("halo", "ya", "Sri", "Rejeki");
        talk.Taps("sector:kriya").Text.ShouldContain("kecamatan");
        talk.Taps("sector:furnitur").Text.ShouldContain("kecamatan");
        talk.Types("Pare");
        talk.Known.Person!.Businesses.Single().SectorKey.ShouldBe("kriya");
    }

    [Fact]
    public void Days_later_lanjut_asks_the_open_question_again() =>
        new Talk().Typed("halo", "ya", "Sri", "lanjut").Last.Text.ShouldContain("nama usahanya");

    [Fact]
    public void Change_data_takes_back_an_answer_while_registering()
    {
        var talk = new Talk().Typed("halo", "ya", "Srii", "Keripik", "ubah data");
        talk.Types("Nama saya").Text.ShouldContain("Siapa nama");
        talk.Types("Sri").Text.ShouldContain("kecamatan");
        talk.Types("Pare");
        talk.Known.Person!.Name.ShouldBe("Sri");
    }

    [Fact]
    public void A_registered_owner_changes_every_answer_and_goes_back_to_the_lessons()
    {
        var talk = new Talk().Typed("halo", "ya", "Sri", "Keripik", "Pare");
        foreach (var (field, answer) in new[] { ("Nama saya", "Pak Sri Widodo"), ("Nama usaha", "Keripik Jaya"), ("Jualan / jenis usaha", "bakso"), ("Tempat usaha", "kota kediri") })
        {
            talk.Typed("ubah data", field);
            talk.Types(answer).Text.ShouldContain("Data sudah disimpan");
            talk.AtLessons.ShouldBeTrue();
        }

        var person = talk.Known.Person!;
        person.Called.ShouldBe("Pak Sri Widodo");
        person.Businesses.Single().ShouldSatisfyAllConditions(b => b.Name.ShouldBe("Keripik Jaya"), b => b.SectorKey.ShouldBe("kuliner_warung"), b => b.RegionCode.ShouldBe("35.71"));
    }

    [Fact]
    public void Change_data_may_be_left_as_it_is()
    {
        var talk = new Talk().Typed("halo", "ya", "Sri", "Keripik", "Pare", "ubah data", "lanjut");
        talk.AtLessons.ShouldBeTrue();
        talk.Done.OfType<CorrectName>().ShouldBeEmpty();
    }

    [Fact]
    public void A_known_number_is_welcomed_back_and_enrolled_without_a_question()
    {
        var talk = new Talk(Talk.Owner(Business(5, "Keripik")), Talk.Allowed);
        talk.Types(Entry).Text.ShouldStartWith("Selamat datang kembali, Bu Sri Wahyuni");
        talk.AtLessons.ShouldBeTrue();
        talk.Known.Enrolments.Single().BusinessId.ShouldBe(Talk.Id(5));
        talk.Types(Entry);
        talk.Known.Enrolments.Count.ShouldBe(1);
    }

    [Fact]
    public void A_known_number_that_never_gave_permission_is_asked_for_it_first()
    {
        var talk = new Talk(Talk.Owner(Business(5, "Keripik")));
        talk.Types("halo").Text.ShouldContain("Selamat datang kembali");
        talk.Known.Enrolments.ShouldBeEmpty();
        talk.Types("Setuju");
        talk.Known.Enrolments.Count.ShouldBe(1);
    }

    [Fact]
    public void An_owner_of_two_businesses_is_asked_which_one_learns()
    {
        var talk = new Talk(Talk.Owner(Business(5, "Keripik"), Business(6, "Laundry Kilat")), Talk.Allowed);
        talk.Types("halo").Choices.Select(c => c.Title).ShouldBe(["Keripik", "Laundry Kilat", "Usaha lain"]);
        talk.Types("laundry");
        talk.Known.Enrolments.Single().BusinessId.ShouldBe(Talk.Id(6));
        talk.Types(Entry).Choices.Count.ShouldBe(3);
        talk.Types("1");
        talk.Known.Enrolments.Select(e => e.BusinessId).ShouldBe([Talk.Id(5), Talk.Id(6)]);
    }

    [Fact]
    public void Another_business_of_a_known_owner_is_added_and_learns()
    {
        var talk = new Talk(Talk.Owner(Business(5, "Keripik"), Business(6, "Laundry")), Talk.Allowed);
        talk.Typed("halo", "Usaha lain", "Bakso Mantap", "Pare");
        talk.AtLessons.ShouldBeTrue();
        talk.Known.Person!.Businesses.Count.ShouldBe(3);
        talk.Known.Enrolments.Single().BusinessId.ShouldBe(talk.Known.Person.Businesses[2].Id);
        talk.Known.Person.Name.ShouldBe("Sri Wahyuni");
    }

    [Fact]
    public void Two_businesses_of_one_name_get_titles_of_their_own() =>
        new Talk(Talk.Owner(Business(5, "Keripik"), Business(6, "Keripik")), Talk.Allowed).Typed("halo").Last.Choices.Select(c => c.Title).Distinct().Count().ShouldBe(3);

    [Fact]
    public void Nothing_is_recorded_while_no_training_is_open()
    {
        var talk = new Talk(open: false).Typed("halo", "ya");
        talk.Last.Text.ShouldContain("belum ada pelatihan");
        talk.Done.ShouldBeEmpty();
    }

    [Fact]
    public void Every_message_keeps_the_limits_of_the_channel()
    {
        var long60 = string.Concat(Enumerable.Repeat("👩‍🍳Warung ", 20));
        var talk = new Talk(Talk.Owner([.. Enumerable.Range(20, 9).Select(i => Business((byte)i, long60))]), Talk.Allowed);
        var said = new[] { talk.Types("halo"), talk.Types("ubah data"), new Talk().Typed("halo", "ya", "Sri", "Rejeki").Last, new Talk().Typed("halo", "ya", "Sri", "Keripik", "karanganyar").Last };
        foreach (var say in said)
        {
            say.Text.Length.ShouldBeLessThanOrEqualTo(1024);
            say.Choices.Count.ShouldBeLessThanOrEqualTo(10);
            say.Choices.ShouldAllBe(c => c.Title.Length <= 24 && (c.Description ?? "").Length <= 72 && c.Payload.Length <= 180);
            say.Choices.Select(c => c.Title).ShouldBeUnique();
        }
    }

    [Fact]
    public void Whatever_is_sent_in_whatever_order_gets_one_answer_within_the_limits_and_registers_once() =>
        Gen.OneOf(Gen.Int[0, Everyday.Length - 1].Select(i => Everyday[i]), Gen.String[0, 60]).Array[1, 30].Sample(texts =>
        {
            var talk = new Talk();
            foreach (var text in texts)
            {
                var said = text is ['#', >= '0' and <= '6'] ? talk.Sends((HeardKind)(text[1] - '0')) : text.StartsWith('/') ? talk.Taps(text[1..], open: false) : talk.Types(text);
                said.ShouldNotBeNull();
                said.Text.ShouldNotBeNullOrWhiteSpace();
                said.Text.Length.ShouldBeLessThanOrEqualTo(1024);
                said.Choices.Count.ShouldBeLessThanOrEqualTo(10);
            }

            talk.Done.OfType<RegisterOwner>().Count().ShouldBeLessThanOrEqualTo(1);
            talk.Known.Enrolments.Select(e => (e.BusinessId, e.CohortId)).ShouldBeUnique();
            talk.Known.Enrolments.ShouldAllBe(e => talk.Known.Consents.Knows(ConsentPurpose.TakePart));
        }, iter: 400);

    private static readonly string[] Everyday =
    [
        Entry, "halo", "Setuju", "ya", "tidak", "lanjut", "ulang", "ubah data", "Sri", "bu sri", "Keripik Bu Sri", "Rejeki", "belum ada nama", "gorengan", "macam-macam", "Pare", "Bandung",
        "jawa timur", "kota", "1", "2", "10", "a", "Nama saya", "Nama usaha", "Tempat usaha", "Usaha lain", "Tidak jadi", "3506121212121212", "#3", "#4", "#5", "#6", "#0",
        "/consent:yes:2026-11", "/consent:no:2026-11", "/sector:kriya", "/region:35.06.17", "/region:99", "/sector:", "/fix:place", "/fix:name", "/fix:", "/learn:new", "/learn:x", "/whose:x", "/nonsense", "/",
    ];

    private static BusinessInfo Business(byte id, string name) => new(Talk.Id(id), name, "makanan_olahan", "35.06.15", null, null);
}
