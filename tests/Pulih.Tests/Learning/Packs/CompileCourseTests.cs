using System.Text;
using CsCheck;
using Pulih.Learning.Contracts;

using Pulih.Learning.Quizzes;

namespace Pulih.Learning.Packs;

public sealed class CompileCourseTests
{
    [Fact]
    public void A_pack_without_fault_becomes_a_course()
    {
        var (course, problems) = SamplePack.Compile();
        problems.ShouldBeEmpty();
        course!.Lessons.Select(lesson => lesson.Title).ShouldBe(["Pelajaran satu", "Pelajaran dua"]);
        course.Quiz.Questions[1].Options[course.Quiz.Questions[1].RightPlace()].ShouldBe("Pagi");
        course.OutgoingMessages.ShouldBe(3 + 2 + 2);
    }

    [Fact]
    public void A_step_is_written_for_chat_and_for_the_page_from_one_text()
    {
        var step = SamplePack.Compile().Course!.Lessons[0].Steps[0];
        step.ChatText.ShouldBe("Taruh produk *dekat jendela*, pagi atau _sore_.\n\n• Matikan lampu kilat\n• Baca panduan (https://contoh.id/panduan)");
        step.Html.ShouldContain("<strong>dekat jendela</strong>");
        step.Html.ShouldContain("<a href=\"https://contoh.id/panduan\">panduan</a>");
        step.Html.ShouldNotContain("img");
        step.Drawing.ShouldBe(new Drawing("jendela.svg", "Piring di dekat jendela", 320, 180));
    }

    [Fact]
    public void Another_byte_anywhere_is_another_version_and_the_same_bytes_are_the_same_version()
    {
        var version = SamplePack.Source(SamplePack.Files()).Version;
        version.Length.ShouldBe(12);
        SamplePack.Source(SamplePack.Files()).Version.ShouldBe(version);
        foreach (var file in SamplePack.Files().Keys)
        {
            var changed = SamplePack.Files();
            changed[file] += " ";
            SamplePack.Source(changed).Version.ShouldNotBe(version);
        }
    }

    [Fact]
    public void A_pack_that_was_stored_comes_back_as_the_same_version()
    {
        var pack = SamplePack.Source(SamplePack.Files());
        PackSource.FromZip(SamplePack.Code, pack.ToZip()).Version.ShouldBe(pack.Version);
    }

    [Theory]
    [InlineData("course.yaml", "code: contoh", "code: lain", "CodeNotFolder", 1)]
    [InlineData("course.yaml", "language: id", "language: xx", "LanguageUnknown", 2)]
    [InlineData("course.yaml", "title: Contoh pelatihan", "title: Contoh pelatihan yang judulnya terlalu panjang sekali", "TooLong", 3)]
    [InlineData("course.yaml", "minutes: 5", "minutes: lima", "FieldNumber", 5)]
    [InlineData("course.yaml", "licence:", "license:", "FieldMissing", 1)]
    [InlineData("course.yaml", "licence:", "license:", "FieldUnknown", 7)]
    [InlineData("course.yaml", "needed: 1", "needed: 3", "NeededTooMany", 9)]
    [InlineData("course.yaml", "code: contoh", "code: [contoh", "YamlBroken", 1)]
    [InlineData("01-satu.md", "# Pelajaran satu", "Pelajaran satu", "LessonNoTitle", 1)]
    [InlineData("01-satu.md", "# Pelajaran satu", "# Pelajaran satu yang judulnya terlalu panjang sekali", "TooLong", 1)]
    [InlineData("01-satu.md", "pictures/jendela.svg", "pictures/pintu.svg", "FileMissing", 3)]
    [InlineData("01-satu.md", "pictures/jendela.svg", "../rahasia.svg", "PicturePath", 3)]
    [InlineData("01-satu.md", "[Piring di dekat jendela]", "[]", "PictureAlt", 3)]
    [InlineData("01-satu.md", "Langkah kedua.", "", "StepEmpty", 12)]
    [InlineData("01-satu.md", "Langkah kedua.", "<b>Langkah</b> kedua.", "InlineUnknown", 13)]
    [InlineData("01-satu.md", "Langkah kedua.", "## Langkah kedua", "BlockUnknown", 13)]
    [InlineData("01-satu.md", "Langkah kedua.", "Harga 5 * 3", "SignInText", 13)]
    [InlineData("01-satu.md", "Langkah kedua.", "[Klik](javascript:alert(1))", "LinkNotHttps", 13)]
    [InlineData("01-satu.md", "- Matikan lampu kilat", "- Matikan\n  - lampu kilat", "ListItem", 8)]
    [InlineData("quiz.yaml", "id: q2", "id: q1", "IdTwice", 6)]
    [InlineData("quiz.yaml", "Tengah malam", "Tengah malam yang gelap", "TooLong", 9)]
    [InlineData("quiz.yaml", "Tengah malam", "pagi", "OptionTwice", 9)]
    [InlineData("quiz.yaml", "correct: 2", "correct: 4", "FieldNumber", 12)]
    [InlineData("quiz.yaml", "explain: Pagi dan", "explains: Pagi dan", "FieldMissing", 6)]
    [InlineData("pictures/jendela.svg", "<circle", "<script/><circle", "SvgElement", 3)]
    [InlineData("pictures/jendela.svg", "fill=\"#e09a12\"", "onload=\"x()\"", "SvgAttribute", 3)]
    [InlineData("pictures/jendela.svg", "fill=\"#e09a12\"", "style=\"fill:red\"", "SvgAttribute", 3)]
    [InlineData("pictures/jendela.svg", "<circle", "<use href=\"https://contoh.id/x.svg#a\"/><circle", "SvgAttribute", 3)]
    [InlineData("pictures/jendela.svg", "viewBox=\"0 0 320 180\"", "", "SvgNoViewBox", 1)]
    [InlineData("pictures/jendela.svg", "</svg>", "", "SvgBroken", 4)]
    public void A_broken_rule_names_the_file_and_the_line(string file, string good, string bad, string rule, int line)
    {
        SamplePack.Files()[file].ShouldContain(good);
        var (course, problems) = SamplePack.Compile(file, text => text.Replace(good, bad, StringComparison.Ordinal));
        course.ShouldBeNull();
        problems.Select(p => (p.File, p.Line, p.Rule)).ShouldContain((file, line, rule));
    }

    [Theory]
    [InlineData("kind: order", "kind: urutan", "KindUnknown", 22)]
    [InlineData("correct: [1, 3]", "correct: [1, 5]", "FieldNumbers", 14)]
    [InlineData("correct: [1, 3]", "correct: [1, 1]", "CorrectTwice", 14)]
    [InlineData("correct: false", "correct: tidak", "CorrectTrueFalse", 19)]
    [InlineData("answer: 10.000", "answer: sepuluh ribu", "AnswerNoNumber", 29)]
    [InlineData("answer: 10.000", "answer: 10.000\n  within: dekat", "AnswerNoNumber", 30)]
    [InlineData("say: Lampu membuat", "kata: Lampu membuat", "FieldUnknown", 6)]
    [InlineData("answer: [jendela, matahari pagi]", "answer: [jendela, matahari pagi]\n  picture: pintu.svg\n  alt: Pintu", "FileMissing", 35)]
    [InlineData("Cara memesan", "Harga yang jelas", "OptionTwice", 13)]
    [InlineData("Taruh produk", "Taruh *produk*", "SignInText", 24)]
    public void A_broken_question_of_any_kind_names_its_line(string good, string bad, string rule, int line)
    {
        QuizPack.Questions.ShouldContain(good);
        var (course, problems) = CompileCourse.From(QuizPack.Source("", QuizPack.Questions.Replace(good, bad, StringComparison.Ordinal)));
        course.ShouldBeNull();
        problems.Select(p => (p.Rule, p.Line)).ShouldContain((rule, line));
    }

    [Theory]
    [InlineData("\n  draw: 7", "DrawTooMany")]
    [InlineData("\n  draw: 5", "NeededTooMany")]
    [InlineData("\n  attempts: 0", "FieldNumber")]
    [InlineData("\n  shuffle: ya", "FieldYesNo")]
    [InlineData("\nclasses:\n  minutes: 9999", "FieldNumber")]
    [InlineData("\ntask:\n  text: Foto\n  rubric: [Terang]\n  needed: 2", "FieldNumber")]
    [InlineData("\ntask:\n  text: Foto", "FieldMissing")]
    public void A_broken_rule_of_completion_is_named(string rules, string rule)
    {
        var (course, problems) = CompileCourse.From(QuizPack.Source(rules));
        course.ShouldBeNull();
        problems.ShouldContain(p => p.Rule == rule && p.File == "course.yaml");
    }

    [Theory]
    [InlineData("catatan.txt", "FileUnknown")]
    [InlineData("04-empat.md", "LessonNumber")]
    [InlineData("pictures/pintu.svg", "PictureUnused")]
    public void A_file_nobody_named_is_a_problem(string file, string rule) =>
        SamplePack.Compile(file, _ => "# Empat\n\nIsi.").Problems.ShouldContain(p => p.File == file && p.Rule == rule);

    [Fact]
    public void All_problems_are_told_together_in_the_order_of_the_files()
    {
        var files = SamplePack.Files();
        files["course.yaml"] = files["course.yaml"].Replace("minutes: 5", "minutes: 0", StringComparison.Ordinal);
        files["02-dua.md"] = "Tanpa judul";
        files.Remove("quiz.yaml");
        CompileCourse.From(SamplePack.Source(files)).Problems.Select(p => p.File).ShouldBe(["02-dua.md", "course.yaml", "quiz.yaml"]);
    }

    [Fact]
    public void A_step_that_would_not_fit_a_caption_with_its_preface_is_a_problem()
    {
        SamplePack.Compile("02-dua.md", _ => "# Dua\n\n" + new string('a', 724)).Problems.ShouldBeEmpty();
        SamplePack.Compile("02-dua.md", _ => "# Dua\n\n" + new string('a', 725)).Problems.Single().Rule.ShouldBe("TooLong");
    }

    [Fact]
    public void A_question_and_the_explanation_before_it_must_fit_one_message()
    {
        string Long(int length) => SamplePack.Files()["quiz.yaml"]
            .Replace("Cahaya jendela lembut.", new string('a', 400), StringComparison.Ordinal)
            .Replace("Kapan waktu terbaik?", new string('b', length), StringComparison.Ordinal);
        SamplePack.Compile("quiz.yaml", _ => Long(504)).Problems.ShouldBeEmpty();
        SamplePack.Compile("quiz.yaml", _ => Long(505)).Problems.Single().Rule.ShouldBe("QuestionWithExplain");
    }

    [Fact]
    public void A_course_of_more_than_eighteen_messages_is_a_problem()
    {
        string Steps(int count) => "# Dua\n\n" + string.Join("\n\n---\n\n", Enumerable.Repeat("Isi.", count));
        SamplePack.Compile("02-dua.md", _ => Steps(12)).Course!.OutgoingMessages.ShouldBe(18);
        SamplePack.Compile("02-dua.md", _ => Steps(13)).Problems.Single().Rule.ShouldBe("TooManyMessages");
    }

    [Fact]
    public void A_longer_list_of_options_may_have_longer_words()
    {
        string Options(string last) => SamplePack.Files()["quiz.yaml"].Replace("    - Siang terik", $"    - Siang terik\n    - {last}", StringComparison.Ordinal);
        SamplePack.Compile("quiz.yaml", _ => Options(new string('a', 24))).Problems.ShouldBeEmpty();
        SamplePack.Compile("quiz.yaml", _ => Options(new string('a', 25))).Problems.Single().Rule.ShouldBe("TooLong");
    }

    [Fact]
    public void Whatever_a_pack_holds_compiling_never_throws()
    {
        var pieces = new[] { "#", "---", "\n", "![", "](", ")", ">", "- ", "\t", "{", "[", ":", "&a", "*a", "<", "'", "\"", "|", "\0", "\uFFFD", "😀", "a" };
        var spoilt = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 400], Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[1, 60]);
        spoilt.Sample((which, at, junk) =>
        {
            var file = SamplePack.Files().Keys.ElementAt(which);
            SamplePack.Compile(file, text => text.Insert(Math.Min(at, text.Length), string.Concat(junk)));
        }, iter: 5_000);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_problem()
    {
        var files = SamplePack.Files().Select(f => KeyValuePair.Create(f.Key, Encoding.UTF8.GetBytes(f.Value))).ToDictionary(StringComparer.Ordinal);
        files["02-dua.md"] = [0x23, 0x20, 0xC3, 0x28];
        CompileCourse.From(new PackSource(SamplePack.Code, files)).Problems.Single().Rule.ShouldBe("FileNotUtf8");
    }
}
