using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Learning.Progress;
using Pulih.Learning.Tasks;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>Decides the answer to one message of a learner: pure, everything it looks at is handed to it.</summary>
internal sealed class LearningTurn(LearningMessages messages, LearningPrefaces prefaces, IProfileQuestions profile)
{
    public Answer<LearningState> Answer(LearningState state, Heard heard, Listener listener, LearningKnown known)
    {
        if (known.Studies.Count == 0)
        {
            return known.Enrolled ? new(state, messages.NothingToLearn()) : new(state) { Next = "registration" };
        }

        var tap = Tap.Read(heard.Payload);
        if (tap.Kind == TapKind.Open && known.Find(tap.Enrolment, tap.Course) is { } chosen)
        {
            return Open(Of(state, chosen), chosen, known, null);
        }

        // Whoever hands over may have chosen another enrolment; after a word of help the same one goes on.
        var study = heard.Kind == HeardKind.Begin && heard.Word == Word.None ? known.First : known.Current(state);
        state = Of(state, study);

        var wish = LearningWishes.Of(heard, tap, study);
        if (wish == LearningWish.Link)
        {
            return Link(state, study, known);
        }

        if (wish == LearningWish.Listen)
        {
            return Listen(state, study, known);
        }

        if (wish == LearningWish.Silent)
        {
            return Open(state with { ByEar = false }, study, known, null);
        }

        if (study.Progress is null || heard.Kind == HeardKind.Begin)
        {
            return Open(state, study, known, null);
        }

        if (wish == LearningWish.Missing)
        {
            return Open(state, study, known, messages.Missing(study));
        }

        if (Work(state, heard, study, listener, known) is { } taken)
        {
            return taken;
        }

        var (course, place) = (study.Course, study.Place);
        return place.InLessons(course) ? InLessons(state, heard, tap, study, known)
            : place.InQuiz(course) ? InQuiz(state, heard, tap, study, known)
            : AfterQuiz(state, heard, tap, study, known);
    }

    private Answer<LearningState> InLessons(LearningState state, Heard heard, Tap tap, Study study, LearningKnown known)
    {
        var fits = tap.FitsNow(study);
        var goesOn = (tap.Kind == TapKind.Next && fits)
            || (heard.Kind == HeardKind.Text && heard.Open && heard.Word is Word.Continue or Word.Yes);
        var answered = tap.Kind == TapKind.Profile && study.Is(tap.Enrolment, tap.Course) && known.Person is not null;
        var deeds = new List<object>();
        if (answered)
        {
            deeds.Add(new AnswerProfile(tap.Question, tap.Choice));
            state = Without(state, tap.Question);
        }

        if (!goesOn && !(answered && fits))
        {
            var again = Open(state, study, known, prefaces.For(heard));
            return again with { Deeds = [.. deeds, .. again.Deeds] };
        }

        deeds.Add(new SeeStep(study.Enrolment.Id, study.Course.Code));
        if (Riding(state, study, study.Place, known) is { } passedOver)
        {
            state = Without(state, passedOver.Key);
        }

        var next = study.Place.AfterStep(study.Course);
        return new(state, messages.Open(state, study, next, known, Riding(state, study, next, known))) { Deeds = deeds };
    }

    private Answer<LearningState> InQuiz(LearningState state, Heard heard, Tap tap, Study study, LearningKnown known)
    {
        if (study.Progress!.TimeIsUp(study.Course, heard.At))
        {
            var over = study.Place.AfterTimeUp(study.Course);
            return new(state, messages.Open(state, study, over, known).After(messages.TimeUp())) { Deeds = [new EndAttempt(study.Enrolment.Id, study.Course.Code)] };
        }

        var question = study.Question(study.Place);
        var answer = tap.Kind == TapKind.Option && tap.FitsNow(study) ? question.Chosen([tap.Choice])
            : heard.Kind == HeardKind.Text && heard.Word == Word.None && heard.Open ? question.Read(heard.Text)
            : null;
        if (answer is not { } given)
        {
            return Open(state, study, known, prefaces.For(heard));
        }

        var right = question.IsRight(given);
        var next = study.Place.AfterAnswer(study.Course, right);
        var verdict = messages.Verdict(question, given, right);
        return new(state, messages.Open(state, study, next, known).After(verdict))
        {
            Deeds = [new AnswerQuestion(study.Enrolment.Id, study.Course.Code, given)],
        };
    }

    private Answer<LearningState> AfterQuiz(LearningState state, Heard heard, Tap tap, Study study, LearningKnown known)
    {
        var asked = (tap.Kind == TapKind.Repeat && tap.FitsNow(study)) || (heard.Kind == HeardKind.Text && heard.Word is Word.Repeat or Word.Continue or Word.Yes);
        if (asked && (study.Place.BeforeQuiz(study.Course) || study.Place.CanRepeatQuiz(study.Course)) && study.Progress!.QuizOpensAt(study.Course) <= heard.At)
        {
            return new(state, messages.Open(state, study, study.Place.AfterRepeat(study.Course), known)) { Deeds = [new BeginQuiz(study.Enrolment.Id, study.Course.Code)] };
        }

        return heard.Word is Word.Continue or Word.Yes && !study.IsTheirs && known.After(study) is { } next
            ? Open(Of(state, next), next, known, null)
            : Open(state, study, known, prefaces.For(heard));
    }

    /// <summary>Takes a photo or a link as the task that is open; null when it is neither, or no task is.</summary>
    private Answer<LearningState>? Work(LearningState state, Heard heard, Study study, Listener listener, LearningKnown known)
    {
        var link = heard.Kind == HeardKind.Text ? WorkLink.In(heard.Text) : null;
        var file = heard.Kind == HeardKind.Picture ? heard.File : null;
        if (link is null && string.IsNullOrEmpty(file))
        {
            return null;
        }

        var onward = study.IsTheirs && !study.TakesWork ? study : known.After(study);
        if (known.ForWork(study) is { } open)
        {
            var number = open.Progress!.Task == TaskState.Waiting ? open.Progress.Pieces + 1 : 1;
            return new(state, messages.Taken(number, onward)) { Deeds = [new HandInWork(open.Enrolment.Id, open.Course.Code, listener.Channel, file, link)] };
        }

        return study.Progress!.Task == TaskState.Waiting ? new(state, messages.TaskFull(onward)) : null;
    }

    /// <summary>Speaks what is open, and from now on what follows. What is not spoken is shown again instead.</summary>
    private Answer<LearningState> Listen(LearningState state, Study study, LearningKnown known)
    {
        var byEar = state with { ByEar = true };
        return messages.Spoken(study, study.Place, first: !state.ByEar) is { } spoken
            ? new(byEar, spoken) { Deeds = study.Progress is null ? [Beginning(study)] : [] }
            : Open(byEar, study, known, messages.NotSpoken());
    }

    private Answer<LearningState> Link(LearningState state, Study study, LearningKnown known)
    {
        var link = new MakeLink(study.Enrolment.Id, study.Course.Code, known.Token);
        return new(state, messages.Link(study, known.Token)) { Deeds = study.Progress is null ? [Beginning(study), link] : [link] };
    }

    /// <summary>Says again what is open, and begins the course where it was not begun.</summary>
    private Answer<LearningState> Open(LearningState state, Study study, LearningKnown known, string? preface)
    {
        Say say = messages.Open(state, study, study.Place, known, Riding(state, study, study.Place, known));
        return new(state, say.After(preface)) { Deeds = study.Progress is null ? [Beginning(study)] : [] };
    }

    private ProfileQuestion? Riding(LearningState state, Study study, Place place, LearningKnown known) =>
        place.EndsLesson(study.Course) && known.Person is { } person ? profile.Next(person, study.Enrolment.BusinessId, state.Skipped, study.Partner) : null;

    private static LearningState Without(LearningState state, string question) =>
        state.Skipped.Contains(question, StringComparer.Ordinal) ? state : state with { Skipped = [.. state.Skipped, question] };

    private static BeginCourse Beginning(Study study) => new(study.Enrolment.Id, study.Course.Code);

    private static LearningState Of(LearningState state, Study study) =>
        state.Enrolment == study.Enrolment.Id && state.Course == study.Course.Code
            ? state
            : new() { Enrolment = study.Enrolment.Id, Course = study.Course.Code, ByEar = state.ByEar };
}
