using Microsoft.EntityFrameworkCore;
using Pulih.Learning.Contracts;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Proof.Certificates;
using Pulih.Proof.Credits;

namespace Pulih.Proof.Rules;

public sealed class TrainedTests
{
    public static TheoryData<string> Lacking => ["lessons", "score", "too many right", "another quiz", "attempt", "version", "times", "task", "class minutes"];

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task Without_its_evidence_a_completion_earns_neither_credit_nor_certificate(string lacking)
    {
        await using var world = await ProofWorld.Start();
        var real = world.Completion(await world.Owner());

        await world.App.Change(db => db.Raise(Without(lacking, real), world.Clock));
        await Eventually.Holds(() => world.App.With(db => db.Set<StoredEvent>().AnyAsync(e => e.Attempts > 0)));

        (await world.Count<Credit>(), await world.Count<Certificate>()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task With_all_of_it_there_is_a_credit_and_a_certificate()
    {
        await using var world = await ProofWorld.Start();

        await world.Tell(world.Completion(await world.Owner()));

        (await world.Count<Credit>(), await world.Count<Certificate>()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_course_that_asks_for_a_task_and_class_minutes_is_believed_with_both()
    {
        await using var world = await ProofWorld.Start();

        await world.Tell(Full(world.Completion(await world.Owner())));

        (await world.Count<Credit>(), await world.Count<Certificate>()).ShouldBe((1, 1));
    }

    private static CourseCompleted Full(CourseCompleted c) => c with { CourseVersion = "3", HandInId = Guid.CreateVersion7(), ClassMinutes = 60 };

    private static CourseCompleted Without(string lacking, CourseCompleted c) => lacking switch
    {
        "lessons" => c with { LessonsSeen = 4 },
        "score" => c with { Score = 4 },
        "too many right" => c with { Score = 7 },
        "another quiz" => c with { Score = 5, Of = 5 },
        "attempt" => c with { AttemptId = Guid.Empty },
        "version" => c with { CourseVersion = "2" },
        "task" => Full(c) with { HandInId = null },
        "class minutes" => Full(c) with { ClassMinutes = 59 },
        _ => c with { BegunAt = c.CompletedAt.AddSeconds(1) },
    };
}
