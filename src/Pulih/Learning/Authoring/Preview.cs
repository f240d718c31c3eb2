using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;

namespace Pulih.Learning.Authoring;

/// <summary>One part of a draft as learners would meet it, with what is wrong in it and what it costs them.</summary>
/// <param name="Part">Which part it is.</param>
/// <param name="Code">The course's code.</param>
/// <param name="About">The course's own fields; only for that part.</param>
/// <param name="Lessons">How many lessons the course has.</param>
/// <param name="Lesson">Only for a lesson that could be read.</param>
/// <param name="Questions">Only for the quiz.</param>
/// <param name="Kilobytes">What a lesson's pictures and words weigh on its page, about.</param>
internal sealed record Preview(string Part, string Code, int Lessons, CourseFields? About, Lesson? Lesson, IReadOnlyList<Question> Questions, Measures Measures, int Kilobytes, IReadOnlyList<PackProblem> Problems)
{
    public PracticalTask? Task { get; private init; }

    public static Preview Of(PackFiles files, string part)
    {
        var source = files.Source();
        var problems = new PackProblems();
        if (part == EditorPage.About)
        {
            var task = CourseYaml.Read(source, problems)?.Task;
            var about = CourseFields.Read(files);
            return new(part, files.Code, files.Lessons.Count(), about, null, [], Measures.Of($"{about.Summary}\n{task?.Text}"), 0, problems.InOrder()) { Task = task };
        }

        if (part == EditorPage.Quiz)
        {
            var questions = QuizYaml.Read(source, problems);
            return new(part, files.Code, files.Lessons.Count(), null, null, questions, Measures.Of(string.Join('\n', questions.Select(q => $"{q.Text}\n{q.Explain}"))), 0, problems.InOrder());
        }

        var lesson = LessonMarkdown.Read(source, part, LessonMarkdown.NumberOf(part) ?? 1, problems);
        var bytes = lesson?.Steps.Sum(s => s.Html.Length + (s.Drawing is { } picture ? files.Bytes(PackPictures.PathOf(picture.File))?.Length ?? 0 : 0)) ?? 0;
        return new(part, files.Code, files.Lessons.Count(), null, lesson, [], lesson is null ? new(0, 0, 0, 0) : Measures.Of(lesson), (bytes + 1_023) / 1_024, problems.InOrder());
    }
}
