using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Platform;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>Writes what Learning says in chat; one place of a course is one message.</summary>
internal sealed class LearningMessages(IStringLocalizer<Texts> texts, Settings settings)
{
    /// <summary>Whatever is open: a step, a question, the result.</summary>
    public Say Open(Study study, Place place, LearningKnown known, ProfileQuestion? riding = null) =>
        place.InLessons(study.Course) ? Step(study, place, riding)
        : place.InQuiz(study.Course) ? Question(study, place)
        : Result(study, place, known);

    /// <summary>What an answer was worth; it rides before the next message.</summary>
    public string Verdict(Question asked, bool right) =>
        right ? texts["AnswerRight", asked.Explain] : texts["AnswerNotYet", asked.Options[asked.Correct], asked.Explain];

    public Say NothingToLearn() => new(texts["NothingToLearn"]);

    public Say Link(Study study, string token) => new(texts["PersonalLink", $"{settings.PublicUrl}/belajar/{token}"])
    {
        Choices = [new(texts["Continue"], Tap.Write(TapKind.Open, study, study.Place))],
    };

    private Say Step(Study study, Place place, ProfileQuestion? riding)
    {
        var (course, step) = (study.Course, place.OpenStep(study.Course));
        var head = place.Step == 0 ? texts["LessonHead", place.Lesson + 1, course.Lessons.Count, course.Lessons[place.Lesson].Title].Value : null;
        var say = new Say(riding is null ? step.ChatText : $"{step.ChatText}\n\n{riding.Text}")
        {
            Picture = step.Drawing is { } drawing ? new Picture(CourseMedia.Png(course, drawing), drawing.Alt) : null,
            Choices = riding is null
                ? [new(texts["Continue"], Tap.Write(TapKind.Next, study, place))]
                : [.. riding.Choices.Select((title, i) => new Choice(title, Tap.Write(TapKind.Profile, study, place, $"{riding.Key}={i}")))],
        };
        return say.After(head);
    }

    private Say Question(Study study, Place place)
    {
        var quiz = study.Course.Quiz;
        var question = place.OpenQuestion(study.Course);
        var head = texts["QuestionHead", place.Question + 1, quiz.Questions.Count].Value;
        var say = new Say($"{head}\n{question.Text}")
        {
            ListButton = texts["QuestionList"],
            Choices = [.. question.Options.Select((option, i) => new Choice(option, Tap.Write(TapKind.Option, study, place, $"={i}")))],
        };
        return place.Question == 0 ? say.After(texts["QuizHead", quiz.Questions.Count, quiz.Needed]) : say;
    }

    private Say Result(Study study, Place place, LearningKnown known)
    {
        var (course, of) = (study.Course, study.Course.Quiz.Questions.Count);
        if (!place.Passed(course))
        {
            return new(texts["ResultNotYet", place.Right, of, course.Quiz.Needed])
            {
                Choices = [new(texts["RepeatQuiz"], Tap.Write(TapKind.Repeat, study, place))],
            };
        }

        var say = new Say(texts[study.Finished ? "ResultBefore" : "ResultPassed", place.Right, of, course.Title]);
        return known.After(study) is { } next
            ? say with
            {
                Text = $"{say.Text}\n\n{texts["NextCourse", next.Course.Title]}",
                Choices = [new(texts["NextCourseButton"], Tap.Write(TapKind.Open, next, next.Place))],
            }
            : say;
    }
}
