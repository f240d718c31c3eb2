using System.Text;

namespace Pulih.Learning.Packs;

/// <summary>What a pack may speak.</summary>
public sealed class PackAudioTests
{
    /// <summary>A voice of one channel as short as can be: the first page of an OGG Opus file.</summary>
    public static byte[] Voice(byte channels = 1, int padded = 0) =>
        [.. "OggS"u8, 0, 2, .. new byte[18], 0, 0, 1, 19, .. "OpusHead"u8, 1, channels, .. new byte[9], .. new byte[padded]];

    [Fact]
    public void Only_one_opus_voice_in_ogg_is_taken_whatever_the_file_is_called()
    {
        PackAudio.IsVoice(Voice()).ShouldBeTrue();
        PackAudio.IsVoice(Voice(channels: 2)).ShouldBeFalse("stereo");
        PackAudio.IsVoice("%PDF-1.7 suara.ogg"u8).ShouldBeFalse();
        PackAudio.IsVoice("OggS"u8).ShouldBeFalse();
        PackAudio.IsVoice([]).ShouldBeFalse();
        PackAudio.IsVoice(Encoding.UTF8.GetBytes("<script>alert(1)</script>" + new string(' ', 100))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("audio/01-1.ogg", "01-1.ogg")]
    [InlineData("audio/../kunci.ogg", null)]
    [InlineData("audio/Suara.ogg", null)]
    [InlineData("pictures/a.ogg", null)]
    [InlineData("audio/a.mp3", null)]
    public void A_voice_lies_in_its_folder_under_a_plain_name(string path, string? name) => PackAudio.NameOf(path).ShouldBe(name);

    [Fact]
    public void A_step_and_a_question_name_their_voice_and_a_faulty_one_is_told()
    {
        Rules(Voice()).ShouldBeEmpty();
        Rules(Voice(2)).ShouldContain("AudioBroken");
        Rules(Voice(1, 400_000)).ShouldContain("AudioHeavy");
        Rules(null).ShouldContain("FileMissing");
        var course = CompileCourse.From(Source(Voice())).Course!;
        course.Lessons[1].Steps[0].Audio.ShouldBe("dua.ogg");
        course.Lessons[1].Steps[0].ChatText.ShouldBe("Selesai.");
        course.Quiz.Questions[0].Audio.ShouldBe("q1.ogg");
        SamplePack.Compile("audio/lain.ogg", _ => Encoding.Latin1.GetString(Voice())).Problems.ShouldContain(p => p.Rule == "AudioUnused");
    }

    private static IEnumerable<string> Rules(byte[]? voice) => CompileCourse.From(Source(voice)).Problems.Select(p => p.Rule);

    private static PackSource Source(byte[]? voice)
    {
        var files = SamplePack.Files();
        files["02-dua.md"] = "# Pelajaran dua\n\n[Suara](audio/dua.ogg)\n\nSelesai.\n";
        files["quiz.yaml"] = files["quiz.yaml"].Replace("- id: q1\n", "- id: q1\n  audio: q1.ogg\n", StringComparison.Ordinal);
        var all = files.Select(f => KeyValuePair.Create(f.Key, Encoding.UTF8.GetBytes(f.Value)));
        return new(SamplePack.Code, voice is null ? all : [.. all, KeyValuePair.Create("audio/dua.ogg", voice), KeyValuePair.Create("audio/q1.ogg", voice)]);
    }
}
