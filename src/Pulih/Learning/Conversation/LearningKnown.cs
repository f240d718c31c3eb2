using Pulih.Registry.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>What is known of one learner during a turn.</summary>
/// <param name="Person">Null where nobody is registered.</param>
/// <param name="Studies">The enrolment chosen last first; within one, its courses in the order they are taken.</param>
/// <param name="Enrolled">Also true where the cohort has no course that is on offer; then there is no study.</param>
/// <param name="Token">A fresh token, should the learner ask for a personal link; made outside the turn, which must be pure.</param>
internal sealed record LearningKnown(PersonInfo? Person, IReadOnlyList<Study> Studies, bool Enrolled, string Token)
{
    public Study? Find(Guid enrolment, string course) => Studies.FirstOrDefault(study => study.Is(enrolment, course));

    /// <summary>The study the conversation is about.</summary>
    public Study Current(LearningState state) =>
        (state is { Enrolment: { } enrolment, Course: { } course } ? Find(enrolment, course) : null) ?? First;

    /// <summary>Of the enrolment chosen last, the course that is open to the learner, else the one to begin, else what waits for others, else the one done last.</summary>
    public Study First
    {
        get
        {
            var chosen = Studies.Where(study => study.Enrolment.Id == Studies[0].Enrolment.Id).ToList();
            return chosen.Find(study => study.Progress is not null && study.IsTheirs) ?? chosen.Find(study => study.IsTheirs) ?? chosen.Find(study => !study.Finished) ?? chosen[^1];
        }
    }

    /// <summary>The course that follows in the same enrolment, if the learner has something to do in one.</summary>
    public Study? After(Study study) => Studies.FirstOrDefault(other => other.Enrolment.Id == study.Enrolment.Id && other.IsTheirs && other != study);

    /// <summary>The study whose task a photo or link is for: the current one, else whichever waits for one.</summary>
    public Study? ForWork(Study current) => current.TakesWork ? current : Studies.FirstOrDefault(study => study.TakesWork);
}
