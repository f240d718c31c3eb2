using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Learning.Conversation;
using Pulih.Learning.Progress;
using Pulih.Platform.Events;

namespace Pulih.Learning.Quizzes;

/// <summary>Every kind of question, attempts, waits and time limits, in chat.</summary>
public sealed class QuizInChatTests
{
    [Fact]
    public void Every_kind_is_asked_answered_and_explained_in_chat()
    {
        using var talk = new Talk(null, QuizPack.Course());
        talk.TakeAllLessons();
        talk.Said.Choices.Select(c => c.Title).ShouldBe(["Dekat jendela", "Di bawah lampu", "Di kamar gelap"]);
        talk.Tap(0);
        talk.Said.Text.ShouldContain("A. Harga yang jelas\nB. Nomor rekening orang lain");
        talk.Said.Text.ShouldContain("Boleh lebih dari satu");
        talk.Said.Choices.ShouldBeEmpty();
        talk.Type("saya tidak tahu").Text.ShouldContain("A. Harga yang jelas", customMessage: "asked again");
        talk.Type("a dan c").Text.ShouldStartWith("Benar!");
        talk.Said.Choices.Select(c => c.Title).ShouldBe(["Benar", "Salah"]);
        talk.Tap(1).Text.ShouldContain("Balas dengan hurufnya menurut urutan");
        var asked = talk.Study.Question(talk.Study.Place);
        talk.Type(string.Join(" ", Enumerable.Range(0, 3).Select(right => (char)('A' + asked.Shown.ToList().IndexOf(right))))).Text.ShouldContain("Balas dengan angka");
        talk.Type("sepuluh").Text.ShouldContain("Balas dengan angka", customMessage: "asked again");
        talk.Type("Rp10 ribu").Text.ShouldContain("satu atau dua kata");
        talk.Type("dari jendla kak");
        talk.Study.Finished.ShouldBeTrue(talk.Said.Text);
        talk.Added<AnswerGiven>().OrderBy(a => a.Question).Select(a => a.Answer).ShouldBe(["1", "1,3", "2", "1,2,3", "10000", "dari jendla kak"]);
    }

    [Fact]
    public void A_wrong_answer_is_told_with_the_right_one_and_the_words_of_its_option()
    {
        using var talk = new Talk(null, QuizPack.Course());
        talk.TakeAllLessons();
        talk.Tap(1).Text.ShouldStartWith("❌ Belum tepat. Jawabannya: *Dekat jendela*. Lampu membuat warna kuning. Cahaya jendela lembut.");
        talk.Type("A B").Text.ShouldStartWith("❌ Belum tepat. Jawabannya: *Harga yang jelas, Cara memesan*.");
        talk.Tap(0);
        var asked = talk.Study.Question(talk.Study.Place);
        talk.Type(string.Join("", Enumerable.Range(0, 3).Select(right => (char)('A' + asked.Shown.ToList().IndexOf(2 - right))))).Text.ShouldStartWith("❌ Belum tepat. Jawabannya: *Bersihkan meja → Taruh produk → Ambil foto*.");
        talk.Type("9.000").Text.ShouldStartWith("❌ Belum tepat. Jawabannya: *10.000*.");
    }

    [Fact]
    public void A_word_that_means_something_elsewhere_is_an_answer_where_a_word_is_asked_for()
    {
        using var talk = new Talk(null, QuizPack.Course());
        talk.TakeAllLessons();
        while (talk.Study.Question(talk.Study.Place).Question.Kind != QuestionKind.Text)
        {
            Wrong(talk);
        }

        talk.Type("internet").Text.ShouldContain("Belum tepat");
    }

    [Fact]
    public void Attempts_are_counted_a_wait_is_kept_and_a_human_can_give_one_more()
    {
        using var talk = new Talk(null, QuizPack.Course("\n  attempts: 2\n  wait: 60"));
        talk.TakeAllLessons();
        AnswerAllWrong(talk);
        talk.Said.Text.ShouldContain("Boleh diulang setelah 60 menit. Sisa kesempatan: 1.");
        var repeat = talk.Said;
        talk.Tap(0, repeat).Text.ShouldContain("Boleh diulang mulai");
        talk.Study.Place.Attempt.ShouldBe(1);
        talk.Clock.Advance(TimeSpan.FromMinutes(61));
        talk.Tap(0, repeat).Text.ShouldContain("Soal 1 dari 6");
        talk.Study.Place.Attempt.ShouldBe(2);
        AnswerAllWrong(talk);
        talk.Said.Text.ShouldContain("Kesempatan mengulang sudah habis");
        talk.Said.Choices.ShouldBeEmpty();
        talk.Clock.Advance(TimeSpan.FromDays(2));
        talk.Type("ulang", Word.Repeat).Text.ShouldContain("sudah habis");
        talk.Study.Place.Attempt.ShouldBe(2);
        talk.Study.Progress!.GiveAttempt("Pelatih (contoh)", talk.Db, talk.Clock);
        talk.Type("ulang", Word.Repeat).Text.ShouldContain("Soal 1 dari 6");
    }

    [Fact]
    public void A_time_limit_runs_from_the_tap_that_begins_and_ends_the_attempt()
    {
        using var talk = new Talk(null, QuizPack.Course("\n  limit: 10"));
        talk.TakeAllLessons();
        talk.Said.Text.ShouldContain("Waktunya 10 menit sejak tombol ditekan");
        talk.Clock.Advance(TimeSpan.FromDays(1));
        talk.Tap(0).Text.ShouldContain("Soal 1 dari 6");
        talk.Clock.Advance(TimeSpan.FromMinutes(9));
        talk.Tap(0).Text.ShouldContain("Benar!");
        talk.Clock.Advance(TimeSpan.FromMinutes(2));
        talk.Type("a dan c").Text.ShouldStartWith("Waktu kuisnya sudah habis.");
        talk.Said.Text.ShouldContain("Nilai Bapak/Ibu 1 dari 6");
        talk.Added<AnswerGiven>().Count().ShouldBe(1);
        talk.Tap(0).Text.ShouldContain("Soal 1 dari 6");
    }

    [Fact]
    public void Time_that_runs_out_on_a_passed_quiz_completes_the_course()
    {
        var course = QuizPack.Course("\n  limit: 10");
        using var talk = new Talk(null, course with { Quiz = course.Quiz with { Needed = 1 } });
        talk.TakeAllLessons();
        talk.Tap(0);
        talk.Tap(0);
        talk.Clock.Advance(TimeSpan.FromMinutes(20));
        talk.Type("halo");
        talk.Study.Finished.ShouldBeTrue();
        talk.Added<StoredEvent>().Count(e => e.Name == CourseCompleted.Name).ShouldBe(1);
    }

    private static void AnswerAllWrong(Talk talk)
    {
        while (talk.Study.Place.InQuiz(talk.Study.Course))
        {
            Wrong(talk);
        }
    }

    private static void Wrong(Talk talk)
    {
        var asked = talk.Study.Question(talk.Study.Place);
        switch (asked.Question.Kind)
        {
            case QuestionKind.Single:
                talk.Tap((asked.Question.RightPlace() + 1) % asked.Options.Count);
                break;
            case QuestionKind.Order:
                talk.Type(string.Join("", Enumerable.Range(0, 3).Select(right => (char)('A' + asked.Shown.ToList().IndexOf(2 - right)))));
                break;
            case QuestionKind.Multiple:
                talk.Type("b");
                break;
            default:
                talk.Type("1");
                break;
        }
    }
}
