using Pulih.Learning.Contracts;

namespace Pulih.Learning.Packs;

/// <summary>What came of a pack: a course, or everything that keeps it from being one.</summary>
internal sealed record CompiledPack(CompiledCourse? Course, IReadOnlyList<PackProblem> Problems);

/// <summary>Turns a pack into the course that chat and web show. Bad content never throws.</summary>
internal static class CompileCourse
{
    public static CompiledPack From(PackSource pack)
    {
        var problems = new PackProblems();
        var about = CourseYaml.Read(pack, problems);
        var lessons = ReadLessons(pack, problems);
        var questions = QuizYaml.Read(pack, problems, about?.Language);
        CheckFiles(pack, lessons, questions, problems);
        if (about is null)
        {
            return new(null, problems.InOrder());
        }

        var quiz = about.Quiz with { Questions = questions };
        if (quiz.Draw > questions.Count && questions.Count > 0)
        {
            problems.Add(CourseYaml.File, about.NeededLine, "DrawTooMany", quiz.Draw.Value, questions.Count);
        }
        else if (about.Needed > quiz.Asks && questions.Count > 0)
        {
            problems.Add(CourseYaml.File, about.NeededLine, "NeededTooMany", about.Needed, quiz.Asks);
        }

        var course = new CompiledCourse(
            about.Code, pack.Version, about.Language, about.Title, about.Summary, about.Minutes, about.Authors, about.Licence,
            lessons, quiz) { Task = about.Task, ClassMinutes = about.ClassMinutes, VoiceIsSynthetic = about.VoiceIsSynthetic };
        var most = PackLimits.OutgoingMessages + (course.Task is null ? 0 : PackLimits.TaskMessages);
        if (course.OutgoingMessages > most)
        {
            problems.Add(CourseYaml.File, 1, "TooManyMessages", course.OutgoingMessages, most);
        }

        return new(problems.None ? course : null, problems.InOrder());
    }

    private static List<Lesson> ReadLessons(PackSource pack, PackProblems problems)
    {
        var lessons = new List<Lesson>();
        var expected = 1;
        foreach (var path in pack.Paths.Where(path => LessonMarkdown.NumberOf(path) is not null))
        {
            if (LessonMarkdown.NumberOf(path) != expected)
            {
                problems.Add(path, 1, "LessonNumber", expected);
            }

            if (LessonMarkdown.Read(pack, path, expected, problems) is { } lesson)
            {
                lessons.Add(lesson);
            }

            expected++;
        }

        if (expected == 1)
        {
            problems.Add(CourseYaml.File, 1, "NoLessons");
        }

        return lessons;
    }

    /// <summary>Exactly the files named: a stray one is a picture forgotten in a lesson, or something that should not be published.</summary>
    private static void CheckFiles(PackSource pack, List<Lesson> lessons, IReadOnlyList<Question> questions, PackProblems problems)
    {
        var used = lessons.SelectMany(lesson => lesson.Steps).Select(step => step.Drawing?.File).Concat(questions.Select(question => question.Drawing?.File)).ToHashSet(StringComparer.Ordinal);
        var spoken = lessons.SelectMany(lesson => lesson.Steps).Select(step => step.Audio).Concat(questions.Select(question => question.Audio)).ToHashSet(StringComparer.Ordinal);
        foreach (var path in pack.Paths)
        {
            if (PackPictures.NameOf(path) is { } picture)
            {
                PackPictures.Check(pack, path, problems);
                if (!used.Contains(picture))
                {
                    problems.Add(path, 1, "PictureUnused");
                }
            }
            else if (PackAudio.NameOf(path) is { } audio)
            {
                PackAudio.Check(pack, path, problems);
                if (!spoken.Contains(audio))
                {
                    problems.Add(path, 1, "AudioUnused");
                }
            }
            else if (path is not (CourseYaml.File or QuizYaml.File) && LessonMarkdown.NumberOf(path) is null)
            {
                problems.Add(path, 1, "FileUnknown");
            }
        }
    }
}
