using CsCheck;
using Pulih.Learning.Progress;
using Pulih.Platform.Events;
using Pulih.Sending.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>Whatever is tapped, how late and how often: each place is passed once.</summary>
public sealed class AnyOrderTests
{
    [Fact]
    public void Taps_late_doubled_and_shuffled_each_act_at_most_once() =>
        Gen.Int[0, 1_000].Array[1, 60].Sample(choices =>
        {
            using var talk = new Talk();
            var sent = new List<Say> { talk.Begin() };
            foreach (var choice in choices)
            {
                // Half of the taps are on the message just shown, half on any that was ever sent.
                var message = choice % 2 == 0 ? sent[^1] : sent[choice % sent.Count];
                if (message.Choices.Count > 0)
                {
                    sent.Add(talk.Tap(choice % message.Choices.Count, message));
                }
            }

            var place = talk.Study.Place;
            var steps = talk.Added<StepSeen>().ToList();
            steps.DistinctBy(s => (s.Lesson, s.Step)).Count().ShouldBe(steps.Count);
            steps.Count.ShouldBe(place.InLessons(talk.Study.Course) ? place.Lesson == 0 ? place.Step : 2 : 3);
            var answers = talk.Added<AnswerGiven>().ToList();
            answers.DistinctBy(a => (a.AttemptId, a.Question)).Count().ShouldBe(answers.Count);
            answers.Count(a => a.AttemptId == talk.Study.Progress!.AttemptId).ShouldBe(place.Question);
            answers.Count(a => a.AttemptId == talk.Study.Progress!.AttemptId && a.Right).ShouldBe(place.Right);
            talk.Added<StoredEvent>().Count(e => e.Name == "learning.course-completed").ShouldBe(talk.Study.Finished ? 1 : 0);
        }, iter: 200, threads: 1);
}
