using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Conversation;

public sealed class LearningDialogueTests
{
    [Fact]
    public void The_first_message_is_the_first_step_with_its_picture_and_one_button()
    {
        using var talk = new Talk();
        var said = talk.Begin();
        said.Text.ShouldStartWith("*Pelajaran 1 dari 2: Pelajaran satu*\n\nTaruh produk *dekat jendela*");
        said.Picture.ShouldBe(new Picture($"/media/courses/contoh/{talk.Study.Course.Version}/jendela.png", "Piring di dekat jendela"));
        said.Choices.Single().Title.ShouldBe("Lanjut");
        talk.Added<StoredEvent>().Single().Name.ShouldBe("learning.course-begun");
    }

    [Fact]
    public void A_whole_course_costs_the_messages_the_compiler_counted()
    {
        using var talk = new Talk();
        talk.TakeAllLessons();
        var said = talk.AnswerAll(rightly: true);
        said.Text.ShouldContain("Selamat, pelatihan *Contoh pelatihan* sudah selesai!");
        // Begin, three times "Lanjut", two answers: six messages; the certificate, sent by its own event, is the seventh.
        talk.Study.Course.OutgoingMessages.ShouldBe(1 + 3 + 2 + 1);
        talk.Study.Progress!.CompletedAt.ShouldNotBeNull();
        var completed = talk.Added<StoredEvent>().Single(e => e.Name == "learning.course-completed");
        completed.Body.ShouldContain("\"Score\":2");
        completed.Body.ShouldContain($"\"LessonsSeen\":2");
    }

    [Fact]
    public void Every_step_and_answer_leaves_a_row_and_a_fact()
    {
        using var talk = new Talk();
        talk.TakeAllLessons();
        talk.AnswerAll(rightly: true);
        var facts = talk.Added<Fact>().Select(fact => fact.Id).ToList();
        talk.Added<StepSeen>().Count().ShouldBe(3);
        talk.Added<AnswerGiven>().Count().ShouldBe(2);
        talk.Added<StepSeen>().ShouldAllBe(row => facts.Contains(row.FactId));
        talk.Added<AnswerGiven>().ShouldAllBe(row => facts.Contains(row.FactId));
    }

    [Fact]
    public void The_explanation_of_an_answer_rides_in_the_message_of_the_next_question()
    {
        using var talk = new Talk();
        talk.TakeAllLessons();
        talk.Said.Text.ShouldContain("2 soal");
        var said = talk.Tap(1);
        said.Text.ShouldStartWith("❌ Belum tepat. Jawabannya: *Dekat jendela*. Cahaya jendela lembut.\n\n*Soal 2 dari 2*\nKapan waktu terbaik?");
        said.Choices.Select(choice => choice.Title).ShouldBe(["Tengah malam", "Pagi", "Siang terik"]);
    }

    [Fact]
    public void A_doubled_tap_acts_once_and_the_open_question_is_asked_again()
    {
        using var talk = new Talk();
        talk.Begin();
        var first = talk.Said;
        talk.Tap(0);
        var again = talk.Tap(0, of: first);
        again.Text.ShouldStartWith("Yang itu sudah kami terima.");
        again.Text.ShouldEndWith("Langkah kedua.");
        talk.Added<StepSeen>().Count().ShouldBe(1);
    }

    [Fact]
    public void A_late_answer_of_an_earlier_attempt_does_not_count_in_the_next()
    {
        using var talk = new Talk();
        talk.TakeAllLessons();
        var firstAttempt = talk.Said;
        talk.AnswerAll(rightly: false);
        talk.Type("ulang", Word.Repeat).Text.ShouldContain("*Soal 1 dari 2*");
        talk.Tap(0, of: firstAttempt).Text.ShouldContain("*Soal 1 dari 2*");
        talk.Study.Place.ShouldBe(new Place(2, 0, 2, 0, 0));
    }

    [Fact]
    public void Who_did_not_pass_may_repeat_and_then_passes_with_a_new_attempt()
    {
        using var talk = new Talk();
        talk.TakeAllLessons();
        var first = talk.Study.Progress!.AttemptId;
        talk.AnswerAll(rightly: false).Text.ShouldContain("Nilai Bapak/Ibu 0 dari 2. Sedikit lagi!");
        talk.Added<StoredEvent>().ShouldNotContain(e => e.Name == "learning.course-completed");
        talk.Tap(0);
        talk.Study.Progress.AttemptId.ShouldNotBe(first);
        talk.AnswerAll(rightly: true);
        talk.Added<StoredEvent>().Count(e => e.Name == "learning.course-completed").ShouldBe(1);
        talk.Study.Progress.BestScore.ShouldBe(2);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("A.")]
    [InlineData("dekat jendela")]
    [InlineData("jendela")]
    public void A_typed_answer_is_understood(string typed)
    {
        using var talk = new Talk();
        talk.TakeAllLessons();
        talk.Type(typed).Text.ShouldStartWith("Benar!");
    }

    [Theory]
    [InlineData("z")]
    [InlineData("9")]
    [InlineData("di")]
    [InlineData("berapa lama?")]
    public void Anything_else_is_answered_kindly_and_the_question_asked_again(string typed)
    {
        using var talk = new Talk();
        talk.TakeAllLessons();
        var said = talk.Type(typed);
        said.Text.ShouldStartWith("Maaf, pesan itu belum kami pahami.");
        said.Text.ShouldEndWith("Di mana foto diambil?");
        talk.Added<AnswerGiven>().ShouldBeEmpty();
    }

    [Fact]
    public void A_voice_note_is_answered_and_the_step_stays_open()
    {
        using var talk = new Talk();
        talk.Begin();
        talk.Voice().Text.ShouldContain("pesan suara");
        talk.Study.Place.ShouldBe(Place.Start);
    }

    [Fact]
    public void Lanjut_goes_on_days_later_as_if_nothing_had_happened()
    {
        using var talk = new Talk();
        talk.Begin();
        talk.Clock.Advance(TimeSpan.FromDays(40));
        talk.Type("lanjut", Word.Continue).Text.ShouldBe("Langkah kedua.");
    }

    [Fact]
    public void Ulang_shows_the_same_step_again()
    {
        using var talk = new Talk();
        var first = talk.Begin();
        talk.Type("ulang", Word.Repeat).Text.ShouldBe(first.Text);
        talk.Added<StepSeen>().ShouldBeEmpty();
    }

    [Fact]
    public void A_person_without_an_enrolment_is_handed_to_registration()
    {
        using var talk = new Talk();
        talk.Known = talk.Known with { Studies = [], Enrolled = false };
        talk.Type("halo");
        talk.HandedTo.ShouldBe("registration");
    }

    [Fact]
    public void Whoever_is_enrolled_where_no_course_is_on_offer_is_told_so()
    {
        using var talk = new Talk();
        talk.Known = talk.Known with { Studies = [] };
        talk.Begin().Text.ShouldContain("sedang disiapkan");
        talk.HandedTo.ShouldBeNull();
    }

    [Fact]
    public void The_enrolment_chosen_last_is_the_one_that_learns()
    {
        using var talk = new Talk();
        talk.Begin();
        var (course, first) = (talk.Study.Course, talk.Study);
        var other = new Study(talk.NewEnrolment(course.Code), course, null);
        talk.Known = talk.Known with { Studies = [other, first] };
        talk.Begin().Text.ShouldContain("Pelajaran 1 dari 2");
        talk.Type("lanjut", Word.Continue);
        talk.Added<StepSeen>().Single().ProgressId.ShouldBe(other.Progress!.Id);
    }

    [Fact]
    public void A_word_of_help_leaves_the_study_as_it_is()
    {
        using var talk = new Talk();
        talk.Begin();
        var help = talk.Ask(HeardKind.Begin, Word.Help);
        help.Text.ShouldStartWith("*Pelajaran 1 dari 2");
        talk.Added<StepSeen>().ShouldBeEmpty();
    }

    [Fact]
    public void A_late_tap_on_a_question_about_the_business_corrects_it_and_moves_nothing()
    {
        var profile = new OneQuestion();
        using var talk = new Talk(profile);
        talk.Begin();
        var asked = talk.Tap(0);
        talk.Tap(2);
        talk.Tap(1, of: asked).Text.ShouldStartWith("Yang itu sudah kami terima.");
        profile.Answered.ShouldBe([("started", 2), ("started", 1)]);
        talk.Added<StepSeen>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_course_that_was_passed_leads_to_the_next_one_of_the_cohort()
    {
        using var talk = new Talk(null, SamplePack.Compile().Course!, SamplePack.Compile("02-dua.md", _ => "# Lain\n\nIsi lain.").Course! with { Code = "lain", Title = "Pelatihan kedua" });
        talk.TakeAllLessons();
        talk.AnswerAll(rightly: true).Text.ShouldEndWith("Mau lanjut ke pelatihan *Pelatihan kedua*?");
        talk.Tap(0).Text.ShouldContain("*Pelajaran 1 dari 2: Pelajaran satu*");
        talk.Known.Studies[1].Progress.ShouldNotBeNull();
    }

    [Fact]
    public void The_word_link_gives_a_personal_link_whose_token_is_stored_only_as_a_hash()
    {
        using var talk = new Talk();
        talk.Begin();
        var said = talk.Type("Link");
        said.Text.ShouldContain("https://pulih.test/belajar/token-for-a-test");
        talk.Added<Web.PersonalLink>().Single().TokenHash.ShouldBe(Web.PersonalLink.HashOf("token-for-a-test"));
        talk.Tap(0).Text.ShouldContain("Pelajaran 1 dari 2");
    }

    [Fact]
    public void At_the_end_of_a_lesson_one_question_about_the_business_rides_along()
    {
        var profile = new OneQuestion();
        using var talk = new Talk(profile);
        talk.Begin();
        var said = talk.Tap(0);
        said.Text.ShouldEndWith("Langkah kedua.\n\nSejak kapan usahanya?");
        said.Choices.Select(choice => choice.Title).ShouldBe(["Tahun ini", "1–5 tahun", "Lebih lama"]);
        talk.Tap(2).Text.ShouldContain("Pelajaran 2 dari 2");
        profile.Answered.ShouldBe([("started", 2)]);
    }

    [Fact]
    public void A_question_about_the_business_that_was_passed_over_is_not_asked_again_in_the_course()
    {
        var profile = new OneQuestion();
        using var talk = new Talk(profile, SamplePack.Compile("03-tiga.md", _ => "# Tiga\n\nIsi.").Course!);
        talk.Begin();
        talk.Tap(0);
        talk.Type("lanjut", Word.Continue).Choices.Single().Title.ShouldBe("Lanjut");
        profile.Answered.ShouldBeEmpty();
    }

    [Fact]
    public void No_button_is_longer_than_a_channel_takes()
    {
        using var talk = new Talk(null, SamplePack.Compile().Course! with { Code = new string('a', 40) });
        talk.TakeAllLessons();
        talk.Said.Choices.ShouldAllBe(choice => choice.Payload.Length <= 150);
    }

    private sealed class OneQuestion : IProfileQuestions
    {
        public List<(string Key, int Choice)> Answered { get; } = [];

        public ProfileQuestion? Next(PersonInfo person, Guid business, IReadOnlyCollection<string> skipped, string? partner = null) =>
            skipped.Contains("started") || Answered.Count > 0 ? null : new("started", "Sejak kapan usahanya?", ["Tahun ini", "1–5 tahun", "Lebih lama"]);

        public void Answer(PulihDb db, PersonInfo person, string key, int choice) => Answered.Add((key, choice));
    }
}
