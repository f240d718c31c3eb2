using Pulih.Chat.Contracts;
using Pulih.Learning.Progress;
using Pulih.Learning.Tasks;
using Pulih.Learning.Web;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>The course in chat: recall, turn and deeds put together for the conversation's engine.</summary>
internal sealed class LearningDialogue(RecallLearning recall, LearningTurn turn, IProfileQuestions profile, TimeProvider clock)
    : Dialogue<LearningState, LearningKnown>
{
    public override string Name => "learning";

    public override Task<IReadOnlyDictionary<Guid, LearningKnown>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
        recall.For(db, people, cancel);

    public override Answer<LearningState> Turn(LearningState state, Heard heard, Listener listener, LearningKnown known) =>
        turn.Answer(state, heard, listener, known);

    public override Guid? Payer(LearningState state, Heard heard, LearningKnown known) => known.Studies.Count == 0 ? null : known.Current(state).Enrolment.ProgrammeId;

    public override void Do(object deed, Listener listener, LearningKnown known, PulihDb db)
    {
        if (deed is AnswerProfile answer)
        {
            profile.Answer(db, known.Person!, answer.Question, answer.Choice);
            return;
        }

        var about = (StudyDeed)deed;
        var study = known.Find(about.Enrolment, about.Course)
            ?? throw new InvalidOperationException($"Enrolment {about.Enrolment} has no course {about.Course}.");
        switch (deed)
        {
            case BeginCourse:
                study.Progress = CourseProgress.Begin(study.Enrolment, study.Course, db, clock);
                break;
            case SeeStep:
                study.Progress!.SeeStep(study.Course, db, clock);
                break;
            case AnswerQuestion given:
                study.Progress!.Answer(study.Course, study.Enrolment, given.Answer, db, clock);
                break;
            case HandInWork work:
                study.Progress!.HandIn(study.Course, work.Link is { } address ? Piece.OfLink(address, clock) : Piece.OfFile(work.Channel!, work.File!, clock), db, clock);
                break;
            case EndAttempt:
                study.Progress!.EndAttempt(study.Course, study.Enrolment, db, clock);
                break;
            case BeginQuiz:
                study.Progress!.BeginQuiz(study.Course, db, clock);
                break;
            case MakeLink link:
                db.Add(PersonalLink.For(study.Enrolment, study.Course.Code, link.Token, clock));
                break;
            default:
                throw new InvalidOperationException($"Learning knows no deed {deed.GetType().Name}.");
        }
    }
}
