using Microsoft.Extensions.Localization;
using Pulih.Learning.Contracts;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Learning.Quizzes;
using Pulih.Platform.Language;
using Pulih.Learning.Tasks;
using Pulih.Platform;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>Writes what Learning says in chat; one place of a course is one message.</summary>
internal sealed class LearningMessages(IStringLocalizer<Texts> texts, TaskMessages tasks, MissingSentence missing, Settings settings)
{
    /// <summary>Whatever is open: a step, a question, the result; spoken as well to who learns by ear.</summary>
    public Say Open(LearningState state, Study study, Place place, LearningKnown known, ProfileQuestion? riding = null)
    {
        var say = place.InLessons(study.Course) ? Step(study, place, riding)
            : place.BeforeQuiz(study.Course) ? BeforeQuiz(study, place)
            : place.InQuiz(study.Course) ? Question(study, place)
            : Result(study, place, known);
        return Audio(study, place) is not { } audio ? say : WithVoice(state, study, place, say, audio);
    }

    /// <summary>What is open, spoken alone: its words and buttons stand above already. Null where it has no voice.</summary>
    public Say? Spoken(Study study, Place place, bool first) => Audio(study, place) is not { } audio ? null
        : new(first && study.Course.VoiceIsSynthetic ? texts["VoiceSynthetic"] : "") { Audio = audio };

    public string NotSpoken() => texts["NotSpoken"];

    /// <summary>What an answer was worth; it rides before the next message.</summary>
    public string Verdict(AskedQuestion asked, string answer, bool right)
    {
        var said = asked.Said(answer) is { } own ? $"{own} {asked.Question.Explain}" : asked.Question.Explain;
        return right ? texts["AnswerRight", said] : texts["AnswerNotYet", asked.RightWords, said];
    }

    public string TimeUp() => texts["TimeUp"];

    /// <summary>What keeps a learner from completing, in one sentence.</summary>
    public string Missing(Study study) => missing.Of(Progress.Missing.Of(study.Course, study.Progress)) ?? texts["MissingNothing", study.Course.Title];

    /// <summary>A photo or link came in as the task; <paramref name="number"/> counts from 1.</summary>
    public Say Taken(int number, Study? onward) => Onward(tasks.Taken(number), onward);

    public Say TaskFull(Study? onward) => Onward(tasks.Full(), onward);

    public Say NothingToLearn() => new(texts["NothingToLearn"]);

    public Say Link(Study study, string token) => new(texts["PersonalLink", $"{settings.PublicUrl}/belajar/{token}"])
    {
        Choices = [new(texts["Continue"], Tap.Write(TapKind.Open, study, study.Place))],
    };

    private static string? Audio(Study study, Place place) =>
        place.InLessons(study.Course) ? place.OpenStep(study.Course).Audio is { } spoken ? CourseMedia.ForEar(study.Course, spoken) : null
        : place.InQuiz(study.Course) ? study.Question(place).AudioOf(study.Course)
        : null;

    private Say WithVoice(LearningState state, Study study, Place place, Say say, string audio)
    {
        var button = state.ByEar ? new Choice(texts["VoiceOff"], Tap.Write(TapKind.Silent, study, place)) : new Choice(texts["VoiceOn"], Tap.Write(TapKind.Listen, study, place));
        return say with
        {
            Audio = state.ByEar ? audio : null,
            Choices = say.Choices.Count is > 0 and < PackLimits.Buttons ? [.. say.Choices, button] : say.Choices,
        };
    }

    private Say Onward(Say say, Study? onward) =>
        onward is null ? say : say with { Choices = [new(texts["Continue"], Tap.Write(TapKind.Open, onward, onward.Place))] };

    private Say Step(Study study, Place place, ProfileQuestion? riding)
    {
        var (course, step) = (study.Course, place.OpenStep(study.Course));
        var head = place.Step == 0 ? texts["LessonHead", place.Lesson + 1, course.Lessons.Count, course.Lessons[place.Lesson].Title].Value : null;
        var say = new Say(riding is null ? step.ChatText : $"{step.ChatText}\n\n{riding.Text}")
        {
            Picture = step.Drawing is { } drawing ? new Picture(CourseMedia.ForChat(course, drawing), drawing.Alt) : null,
            Choices = riding is null
                ? [new(texts["Continue"], Tap.Write(TapKind.Next, study, place))]
                : [.. riding.Choices.Select((title, i) => new Choice(title, Tap.Write(TapKind.Profile, study, place, $"{riding.Key}={i}")))],
        };
        return say.After(head);
    }

    private Say Question(Study study, Place place)
    {
        var quiz = study.Course.Quiz;
        var asked = study.Question(place);
        var head = texts["QuestionHead", place.Question + 1, quiz.Asks].Value;
        var say = new Say($"{head}\n{asked.Question.Text}{HowTyped(asked)}")
        {
            ListButton = texts["QuestionList"],
            Choices = asked.IsTapped ? [.. asked.Options.Select((option, i) => new Choice(option, Tap.Write(TapKind.Option, study, place, $"={i}")))] : [],
            Picture = asked.Question.Drawing is { } drawing ? new Picture(CourseMedia.ForChat(study.Course, drawing), drawing.Alt) : null,
        };
        return place.Question == 0 && quiz.Limit is null ? say.After(QuizRule(quiz)) : say;
    }

    /// <summary>A quiz with a time limit waits for a tap, so that nobody's time runs while the phone lies in a drawer.</summary>
    private Say BeforeQuiz(Study study, Place place) => new($"{QuizRule(study.Course.Quiz)}\n\n{texts["QuizLimit", (int)study.Course.Quiz.Limit!.Value.TotalMinutes].Value}")
    {
        Choices = [new(texts["BeginQuiz"], Tap.Write(TapKind.Repeat, study, place))],
    };

    private string QuizRule(Quiz quiz)
    {
        var rule = texts["QuizHead", quiz.Asks, quiz.Needed].Value;
        return quiz.Limit is null ? $"{rule} {texts["QuizFree"].Value}" : rule;
    }

    /// <summary>The options as letters and how they are answered, where no button can carry the answer.</summary>
    private string HowTyped(AskedQuestion asked)
    {
        var letters = string.Join('\n', asked.Options.Select((option, i) => $"{(char)('A' + i)}. {option}"));
        return asked.Question.Kind switch
        {
            QuestionKind.Multiple => $"\n\n{letters}\n\n{texts["AnswerMultiple"].Value}",
            QuestionKind.Order => $"\n\n{letters}\n\n{texts["AnswerOrder", string.Join(' ', Enumerable.Range(0, asked.Options.Count).Reverse().Select(i => (char)('A' + i)))].Value}",
            QuestionKind.Number => $"\n\n{texts["AnswerNumber"].Value}",
            QuestionKind.Text => $"\n\n{texts["AnswerText"].Value}",
            _ => "",
        };
    }

    private Say Result(Study study, Place place, LearningKnown known)
    {
        var (course, of) = (study.Course, study.Course.Quiz.Asks);
        if (!place.Passed(course))
        {
            return Again(study, place);
        }

        var rest = Progress.Missing.Of(course, place, study.Progress);
        var say = rest.Nothing || study.Finished
            ? new Say(texts[study.Finished ? "ResultBefore" : "ResultPassed", place.Right, of, course.Title])
            : new Say($"{texts["ResultQuizPassed", place.Right, of].Value}\n\n{tasks.Rest(course, rest)}");
        return known.After(study) is { } next
            ? say with
            {
                Text = $"{say.Text}\n\n{texts["NextCourse", next.Course.Title]}",
                Choices = [new(texts["NextCourseButton"], Tap.Write(TapKind.Open, next, next.Place))],
            }
            : say;
    }

    /// <summary>Not passed: when and whether it may be tried again.</summary>
    private Say Again(Study study, Place place)
    {
        var (course, progress) = (study.Course, study.Progress!);
        var (quiz, result) = (course.Quiz, texts["ResultNotYet", place.Right, course.Quiz.Asks, course.Quiz.Needed].Value);

        var left = progress.AttemptsLeft(course, place);
        var text = left == 0 ? $"{result}\n\n{texts["AttemptsGone"].Value}"
            : place == progress.Place && progress.QuizOpensAt(course) is { } opens && quiz.Wait > TimeSpan.Zero ? $"{result}\n\n{texts["AttemptAt", Formats.Moment(opens)].Value}"
            : quiz.Wait > TimeSpan.Zero ? $"{result}\n\n{texts["AttemptWait", Span(quiz.Wait)].Value}"
            : $"{result}\n\n{texts["AttemptNow"].Value}";
        return new(left > 0 ? $"{text} {texts["AttemptsLeft", left].Value}" : text)
        {
            Choices = left == 0 ? [] : [new(texts["RepeatQuiz"], Tap.Write(TapKind.Repeat, study, place))],
        };
    }

    private string Span(TimeSpan wait) => wait.TotalMinutes < 120 ? texts["SpanMinutes", (int)wait.TotalMinutes] : texts["SpanHours", (int)Math.Round(wait.TotalHours)];
}
