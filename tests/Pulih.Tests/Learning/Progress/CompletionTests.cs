using CsCheck;
using Pulih.Learning.Contracts;
using Pulih.Learning.Conversation;
using Pulih.Learning.Packs;
using Pulih.Platform.Events;

namespace Pulih.Learning.Progress;

/// <summary>Whatever happens in whatever order: a course is completed once, and never before everything it asks for is there.</summary>
public sealed class CompletionTests
{
    private static readonly CompiledCourse Everything = SamplePack.Compile("course.yaml", yaml => yaml + """

        classes:
          minutes: 60
        task:
          text: Foto etalase toko.
          rubric: [Terang, Ada harga, Rapi]
          needed: 2
        """).Course!;

    [Fact]
    public void No_history_completes_a_course_before_nothing_is_missing() =>
        Gen.Int[0, 99].Array[1, 80].Sample(deeds =>
        {
            using var talk = new Talk(null, Everything);
            talk.Begin();
            var before = false;
            foreach (var deed in deeds)
            {
                Do(talk, deed);
                var progress = talk.Study.Progress!;
                if (Missing.Of(Everything, progress).Nothing)
                {
                    before = true;
                }

                (progress.CompletedAt is not null).ShouldBe(before);
                talk.Added<StoredEvent>().Count(e => e.Name == CourseCompleted.Name).ShouldBe(before ? 1 : 0);
            }
        }, iter: 300, threads: 1);

    [Fact]
    public void What_is_missing_is_said_in_one_sentence_that_shrinks()
    {
        using var talk = new Talk(null, Everything);
        talk.Begin();
        talk.Type("kurang apa?").Text.ShouldStartWith("Yang masih kurang: 2 pelajaran, lulus kuis, 60 menit ikut kelas dan kirim tugas.");
        Credit(talk, 45);
        talk.Type("status").Text.ShouldStartWith("Yang masih kurang: 2 pelajaran, lulus kuis, 15 menit ikut kelas dan kirim tugas.");
        talk.TakeAllLessons();
        talk.AnswerAll(rightly: true).Text.ShouldContain("Kuisnya lulus.");
        talk.Said.Text.ShouldContain("Foto etalase toko.");
        talk.Said.Text.ShouldContain("– Ada harga");
        talk.Said.Text.ShouldContain("Masih perlu 15 menit ikut kelas");
        Credit(talk, 60);
        talk.Photo().Text.ShouldContain("sudah kami terima");
        talk.Type("kurang").Text.ShouldStartWith("Yang masih kurang: hasil pemeriksaan tugas oleh pelatih.");
        Judge(talk, accepted: true);
        talk.Study.Finished.ShouldBeTrue();
        talk.Type("kurang").Text.ShouldStartWith("Tidak ada yang kurang.");
    }

    [Fact]
    public void More_photos_of_one_task_join_the_first_up_to_five()
    {
        using var talk = new Talk(null, Everything);
        talk.TakeAllLessons();
        talk.AnswerAll(rightly: true);
        for (var i = 0; i < Tasks.Piece.Most; i++)
        {
            talk.Photo();
        }

        talk.Said.Text.ShouldContain("ke-5");
        talk.Photo().Text.ShouldContain("Sudah ada 5 foto");
        talk.Added<Tasks.HandIn>().Count().ShouldBe(1);
        talk.Added<Tasks.Piece>().Select(p => p.HandInId).Distinct().ShouldBe([talk.Study.Progress!.HandInId!.Value]);
        talk.Added<Tasks.Piece>().Count().ShouldBe(5);
    }

    [Fact]
    public void A_photo_before_the_quiz_is_passed_is_no_hand_in()
    {
        using var talk = new Talk(null, Everything);
        talk.Begin();
        talk.Photo();
        talk.TakeAllLessons();
        talk.Photo().Text.ShouldContain("Sekarang kuis");
        talk.Added<Tasks.HandIn>().ShouldBeEmpty();
    }

    private static void Do(Talk talk, int deed)
    {
        var progress = talk.Study.Progress!;
        switch (deed % 8)
        {
            case 0 when talk.Said.Choices.Count > 0:
                talk.Tap(0);
                break;
            case 1 when talk.Said.Choices.Count > 0:
                talk.Tap(deed % talk.Said.Choices.Count);
                break;
            case 2:
                talk.Photo();
                break;
            case 3:
                talk.Type("ini tautannya https://instagram.com/contoh");
                break;
            case 4 when progress.Task == TaskState.Waiting:
                Judge(talk, accepted: deed % 3 != 0);
                break;
            case 5:
                Credit(talk, deed);
                break;
            default:
                talk.Type("lanjut", Chat.Contracts.Word.Continue);
                break;
        }
    }

    private static void Judge(Talk talk, bool accepted) => talk.Study.Progress!.Judged(talk.Study.Course, talk.Enrolment, accepted, talk.Db, talk.Clock);

    private static void Credit(Talk talk, int minutes) => talk.Study.Progress!.Credit(talk.Study.Course, talk.Enrolment, minutes, talk.Db, talk.Clock);
}
