using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>A course by ear and picture alone: nobody in these tests reads a word.</summary>
public sealed class ByEarTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "content", "courses");

    public static TheoryData<string> Courses => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Courses))]
    public void A_starter_course_is_done_from_the_first_tap_to_the_result_with_the_text_hidden(string code)
    {
        var source = PackSource.Read(Path.Combine(Folder, code));
        var course = CompileCourse.From(source).Course!;
        course.IsSpoken.ShouldBeTrue();
        course.VoiceIsSynthetic.ShouldBeTrue("nobody has recorded it, and that is said");
        using var talk = new Talk(null, course);
        talk.Begin();
        Hidden(talk.Said).Signs.ShouldBe(["Lanjut", "🔊"]);
        talk.Tap(1);
        talk.Said.Audio.ShouldNotBeNull();
        var (step, heard) = (0, new List<string> { talk.Said.Audio! });
        var first = talk.Type("lanjut", Chat.Contracts.Word.Continue);
        heard.Add(first.Audio!);
        while (talk.Study.Place.InLessons(course) || talk.Study.Place.InQuiz(course))
        {
            step++.ShouldBeLessThan(40);
            var (audio, _) = Hidden(talk.Said);
            audio.ShouldNotBeNull("whatever is open is spoken");
            var right = talk.Study.Place.InQuiz(course) ? talk.Study.Question(talk.Study.Place).Question.RightPlace() : 0; // told by the voice as "jawaban satu", "jawaban dua"
            heard.Add(audio);
            talk.Tap(right);
        }

        talk.Said.Text.ShouldContain("✅");
        talk.Study.Place.Passed(course).ShouldBeTrue();
        heard.Distinct().Count().ShouldBe(course.Lessons.Sum(l => l.Steps.Count) + course.Quiz.Asks, "each step and question has a voice of its own");
        foreach (var file in heard.Distinct().Select(h => h.Split('/')[^1]))
        {
            var voice = source.Bytes(PackAudio.PathOf(file))!;
            PackAudio.IsVoice(voice).ShouldBeTrue(file);
            voice.Length.ShouldBeInRange(5_000, PackLimits.AudioBytes, file); // at 12 kbit/s three seconds at the least
        }
    }

    [Fact]
    public void Who_does_not_ask_for_a_voice_pays_for_none_and_who_had_enough_of_it_is_left_in_peace()
    {
        using var talk = new Talk(null, CompileCourse.From(PackSource.Read(Path.Combine(Folder, "foto-produk-dengan-hp"))).Course!);
        talk.Begin().Audio.ShouldBeNull();
        talk.Tap(0).Audio.ShouldBeNull();
        talk.Type("suara").Audio.ShouldEndWith("/01-2.ogg");
        talk.Said.Text.ShouldContain("suara komputer");
        talk.Type("suara").Text.ShouldBeEmpty();
        talk.Type("lanjut", Chat.Contracts.Word.Continue).Audio.ShouldEndWith("/02-1.ogg");
        talk.Tap(1).Audio.ShouldBeNull();
        talk.Said.Choices[1].Title.ShouldBe("🔊 Dengarkan");
    }

    [Fact]
    public void A_course_nobody_has_spoken_says_so()
    {
        using var talk = new Talk();
        talk.Begin().Choices.Count.ShouldBe(1);
        talk.Type("dengar").Text.ShouldStartWith("Bagian ini belum ada suaranya.");
    }

    [Fact]
    public void A_question_whose_options_are_shuffled_is_not_spoken_in_another_order()
    {
        var course = CompileCourse.From(PackSource.Read(Path.Combine(Folder, "foto-produk-dengan-hp"))).Course!;
        course = course with { Quiz = course.Quiz with { Shuffles = true } };
        using var talk = new Talk(null, course);
        talk.Begin();
        talk.Type("suara");
        talk.TakeAllLessons();
        while (talk.Study.Place.InQuiz(course))
        {
            var asked = talk.Study.Question(talk.Study.Place);
            (talk.Said.Audio is not null).ShouldBe(asked.Shown.SequenceEqual(asked.Shown.Order()));
            talk.Tap(0);
        }
    }

    /// <summary>What is left of a message for who cannot read: its voice, its picture, and the signs on its buttons.</summary>
    private static (string? Audio, string[] Signs) Hidden(Say say) => (say.Audio, [.. say.Choices.Select(c => c.Title.Split(' ')[0])]);
}
