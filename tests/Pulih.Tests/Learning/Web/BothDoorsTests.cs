using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Pulih.Chat.Inbox;
using Pulih.Learning.Progress;
using Pulih.Platform.Facts;

namespace Pulih.Learning.Web;

/// <summary>One learner with the chat in one hand and the page in the other, who presses both at the same moment.</summary>
public sealed class BothDoorsTests(LearningApp host) : IClassFixture<LearningApp>
{
    [Fact]
    public async Task A_page_and_a_tap_at_the_same_moment_take_effect_once_each_or_one_is_asked_again()
    {
        using var learner = await WebLearner.Begin(host);
        var phone = host.App.Phone(learner.Number, "Contoh");
        await phone.SendText("lanjut");
        await phone.Answer();
        var rounds = 0;
        for (var before = await learner.Progress(); before.Place.InLessons(learner.Course) || before.Place.InQuiz(learner.Course); before = await learner.Progress())
        {
            (++rounds).ShouldBeLessThan(20, "every round passes at least one place");
            await phone.SendText("ulang");
            var shown = await phone.Answer();
            var inLessons = before.Place.InLessons(learner.Course);
            var page = inLessons ? $"{learner.Address}/{before.Lesson + 1}" : $"{learner.Address}/kuis";
            var html = await learner.Text(page);

            // The page is right and the chat is wrong, so that it shows which of the two was taken.
            (string, string)[] chosen = inLessons ? [] : [("option", $"{before.OpenQuestion(learner.Course).Question.RightPlace()}")];
            var wrong = inLessons ? 0 : (before.OpenQuestion(learner.Course).Question.RightPlace() + 1) % shown.Replies.Count;
            await Task.WhenAll(Press(rounds * 7 % 64), inLessons ? phone.Tap(shown.Replies[0], shown.Id) : phone.Choose(shown.Replies[wrong], shown.Id));
            (await phone.Answer()).Text.ShouldNotBeEmpty();
            await InStep(learner, await learner.Progress(), before);

            async Task Press(int milliseconds)
            {
                await Task.Delay(milliseconds); // A message waits up to 40 ms for company, and the two must meet.
                await learner.Send(html, page, chosen);
            }
        }

        await host.App.Quiet();
        (await host.App.With(db => db.Set<InboxMessage>().CountAsync(m => m.Address == phone.Number && m.State != InboxState.Done))).ShouldBe(0, "every message was answered");
    }

    private async Task InStep(WebLearner learner, CourseProgress after, CourseProgress before)
    {
        var passed = learner.Course.Lessons.Take(after.Lesson).Sum(l => l.Steps.Count) + after.Step;
        (await host.App.With(db => db.Set<StepSeen>().CountAsync(s => s.ProgressId == after.Id))).ShouldBe(passed);
        var facts = await host.App.With(db => db.Set<Fact>().Where(f => f.Subject == after.PersonId).Select(f => f.Kind).ToListAsync());
        facts.Count(kind => kind == "learning.step-seen").ShouldBe(passed);
        after.Version.ShouldBeGreaterThan(before.Version);
        if (before.Place.InQuiz(learner.Course))
        {
            after.Question.ShouldBe(before.Question + 1, "two answers to one question count as one");
            var given = await host.App.With(db => db.Set<AnswerGiven>().Where(a => a.AttemptId == after.AttemptId).ToListAsync());
            given.Count.ShouldBe(after.Question);
            given.Count(a => a.Right).ShouldBe(after.Right);
        }
    }
}
