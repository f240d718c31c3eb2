using CsCheck;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Quizzes;

namespace Pulih.Learning.Authoring;

/// <summary>What the forms read of a pack and write again.</summary>
public sealed class PackFormsTests
{
    private static readonly string Courses = Path.Combine(AppContext.BaseDirectory, "content", "courses");

    [Theory]
    [InlineData("foto-produk-dengan-hp")]
    [InlineData("jualan-lewat-whatsapp")]
    [InlineData("tampil-di-facebook-dan-instagram")]
    [InlineData("every kind of question")]
    public void A_course_that_goes_through_every_form_unchanged_is_the_same_course(string code)
    {
        var rules = "\n  draw: 6\n  shuffle: true\n  attempts: 3\n  wait: 60\n  limit: 20\nclasses:\n  minutes: 90";
        var source = code.Contains(' ', StringComparison.Ordinal) ? QuizPack.Source(rules) : PackSource.Read(Path.Combine(Courses, code));
        var before = CompileCourse.From(source).Course!;
        var files = PackFiles.Of(source);
        CourseFields.Read(files).Write(files);
        QuestionFields.Write(files, QuestionFields.Read(files));
        foreach (var lesson in files.Lessons.ToList())
        {
            files.Write(lesson, LessonFields.Read(files.Text(lesson)!).Written());
        }

        files.RemoveUnusedMedia();
        var (after, problems) = CompileCourse.From(files.Source());
        problems.ShouldBeEmpty();
        Told(after!).ShouldBe(Told(before));
    }

    [Fact]
    public void Whatever_is_typed_into_a_lessons_form_is_read_back_as_it_was_typed()
    {
        var line = Gen.String[Gen.Char["abc *_#[]()!<>-\u00e9\u4f60\"'\\:"], 0, 30];
        Gen.Select(line, line.List[1, 4]).Sample((title, texts) =>
        {
            var typed = new LessonFields { Title = title, Steps = [.. texts.Select(t => new StepFields { Text = t.Trim() == "---" ? "x" : t })] };
            var read = LessonFields.Read(typed.Written());
            read.Title.ShouldBe(title.Trim());
            read.Steps.Select(s => s.Text).ShouldBe(typed.Steps.Select(s => s.Text!.Trim()));
        });
    }

    [Fact]
    public void Whatever_is_typed_into_the_quizs_form_is_read_back_as_it_was_typed()
    {
        var line = Gen.String[Gen.Char["ab \"':#-[]{}&*!>%@`\u00e9\u4f60"], 1, 20].Where(t => t.Trim().Length > 0);
        Gen.Select(line, line.List[1, 4], line).Sample((question, options, explain) =>
        {
            var files = new PackFiles("contoh", []);
            QuestionFields.Write(files, [new() { Text = question, Options = string.Join('\n', options), Correct = "1", Explain = explain }]);
            var read = QuestionFields.Read(files).ShouldHaveSingleItem();
            (read.Text, read.Explain).ShouldBe((question.Trim(), explain.Trim()));
            read.Options.ShouldBe(string.Join('\n', options.Select(o => o.Trim())));
        });
    }

    [Fact]
    public void A_question_keeps_its_id_when_another_comes_before_it()
    {
        var files = new PackFiles("contoh", []);
        QuestionFields.Write(files, [new() { Text = "Baru" }, new() { Id = "q1", Text = "Lama" }, new() { Text = "Baru juga" }]);
        QuestionFields.Read(files).Select(q => q.Id).ShouldBe(["q2", "q1", "q3"]);
    }

    [Fact]
    public void Moving_lessons_numbers_them_anew_and_loses_none()
    {
        var files = new PackFiles("contoh", []);
        foreach (var title in new[] { "Satu", "Dua", "Tiga" })
        {
            files.AddLesson(title);
        }

        files.MoveLesson("03-tiga.md", 0).ShouldBe("01-tiga.md");
        files.Lessons.ShouldBe(["01-tiga.md", "02-satu.md", "03-dua.md"]);
        files.RemoveLesson("02-satu.md");
        files.Lessons.ShouldBe(["01-tiga.md", "02-dua.md"]);
        files.Text("02-dua.md")!.ShouldStartWith("# Dua");
    }

    [Theory]
    [InlineData("Pilih foto. Kirim.", "easy")]
    [InlineData("Setelah semua foto produk dipilih dengan saksama dan dirapikan satu per satu menggunakan aplikasi penyunting yang tersedia di telepon genggam masing-masing peserta lalu kirimkan kepada pelanggan", "hard")]
    public void Long_sentences_are_called_hard(string text, string level) => Measures.Of(text).Level.ShouldBe(level);

    private static string Told(CompiledCourse course) => string.Join('\n', [
        course.Title, course.Summary, $"{course.Minutes} {course.Quiz with { Questions = [] }} {course.ClassMinutes} {course.VoiceIsSynthetic} {course.Task?.Text} {string.Join('/', course.Task?.Rubric ?? [])} {course.Task?.Needed} {course.Licence} {string.Join(',', course.Authors)}",
        .. course.Lessons.SelectMany(l => l.Steps.Select(s => $"{l.Title}|{s.ChatText}|{s.Html}|{s.Drawing}|{s.Audio}")),
        .. course.Quiz.Questions.Select(q => $"{q.Id}|{q.Text}|{string.Join('/', q.Options)}|{q.Kind}|{q.Right}|{string.Join('/', q.AlsoRight)}|{q.Within}|{string.Join('/', q.Said)}|{q.Drawing}|{q.Audio}|{q.Explain}"),
    ]);
}
