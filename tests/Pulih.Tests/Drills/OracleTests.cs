using Microsoft.EntityFrameworkCore;

namespace Pulih.Drills;

/// <summary>Shows that the drill's judge is not blind: each damage, done to a database that is in order, is found.</summary>
[Collection(nameof(KillDrillTests))]
[Trait("kind", "drill")]
public sealed class OracleTests
{
    private const int Learners = 3;

    private static readonly (string Damage, string Found)[] Damages =
    [
        ("""DELETE FROM chat_inbox WHERE "Id" = (SELECT "Id" FROM chat_inbox ORDER BY 1 LIMIT 1)""", "acknowledged and lost"),
        ("""UPDATE chat_inbox SET "State" = 0 WHERE "Id" = (SELECT "Id" FROM chat_inbox WHERE "Id" IS NOT NULL ORDER BY 1 DESC LIMIT 1)""", "heard and not done"),
        ("""DELETE FROM sending_outbox WHERE "InReplyTo" = (SELECT "InReplyTo" FROM sending_outbox WHERE "InReplyTo" IS NOT NULL ORDER BY 1 LIMIT 1)""", "heard and not answered"),
        ("""UPDATE sending_outbox SET "InReplyTo" = (SELECT "InReplyTo" FROM sending_outbox WHERE "InReplyTo" IS NOT NULL ORDER BY 1 LIMIT 1) WHERE "InReplyTo" = (SELECT "InReplyTo" FROM sending_outbox WHERE "InReplyTo" IS NOT NULL ORDER BY 1 DESC LIMIT 1)""", "answered twice"),
        ("""UPDATE sending_outbox SET "State" = 1 WHERE "InReplyTo" = (SELECT "InReplyTo" FROM sending_outbox WHERE "InReplyTo" IS NOT NULL ORDER BY 1 DESC LIMIT 1)""", "decided and not sent"),
        ("""DELETE FROM platform_facts WHERE "Id" = (SELECT "FactId" FROM learning_steps_seen ORDER BY 1 LIMIT 1)""", "step without its fact"),
        ("""DELETE FROM learning_steps_seen WHERE "FactId" = (SELECT "FactId" FROM learning_steps_seen ORDER BY 1 LIMIT 1)""", "completed without every step"),
        ("""DELETE FROM learning_answers WHERE "FactId" = (SELECT "FactId" FROM learning_answers ORDER BY 1 LIMIT 1)""", "answer fact without its answer"),
        ("""UPDATE platform_facts SET "Content" = (SELECT "Content" FROM platform_facts WHERE "Kind" = 'learning.step-seen' ORDER BY 1 LIMIT 1), "Subject" = (SELECT "Subject" FROM platform_facts WHERE "Kind" = 'learning.step-seen' ORDER BY 1 LIMIT 1) WHERE "Kind" = 'learning.step-seen'""", "recorded twice"),
        ("""DELETE FROM proof_certificates WHERE "Code" = (SELECT "Code" FROM proof_certificates ORDER BY 1 LIMIT 1)""", "proven and not certified once"),
        ("""DELETE FROM proof_evidence WHERE "Id" = (SELECT "EvidenceId" FROM proof_credits ORDER BY 1 LIMIT 1)""", "completed and not proven"),
        ("""DROP INDEX "IX_proof_credits_BusinessId_ProgrammeId_PartnerId"; UPDATE proof_credits SET "BusinessId" = (SELECT "BusinessId" FROM proof_credits ORDER BY 1 LIMIT 1)""", "proven and not counted once"),
    ];

    [Fact]
    public async Task Each_damage_to_a_database_in_order_is_found()
    {
        await using var drill = await Drill.Prepare();
        await drill.Product.Start();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var learners = Enumerable.Range(1, Learners).Select(i => drill.Learner(i, seed: 7)).ToList();
        await Task.WhenAll(learners.Select(l => l.Learn(limit.Token)));
        await drill.Product.Quiet(TimeSpan.FromMinutes(1));
        await drill.Product.Kill();

        await using var db = drill.Open();
        var acknowledged = learners.SelectMany(l => l.Acknowledged).ToList();
        (await Oracle.Faults(db, drill, acknowledged, Learners)).ShouldBeEmpty();
        foreach (var (damage, found) in Damages)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(damage);
            (await Oracle.Faults(db, drill, acknowledged, Learners)).ShouldContain(f => f.StartsWith(found), $"{damage}");
            await transaction.RollbackAsync();
        }

        (await drill.Product.Verb("recount")).ShouldBe((0, "Every figure follows from the credits.\n"));
        await db.Database.ExecuteSqlRawAsync("UPDATE proof_rollups SET \"Count\" = \"Count\" + 1");
        (await drill.Product.Verb("recount")).Code.ShouldBe(1);
    }
}
