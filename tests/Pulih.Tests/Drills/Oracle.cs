using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;

namespace Pulih.Drills;

/// <summary>
/// What must hold of a database once everybody has finished, whatever happened to the process meanwhile. Plain SQL on
/// purpose: it shares no code with what it judges.
/// </summary>
internal static class Oracle
{
    private static readonly (string Fault, string Sql)[] Rules =
    [
        ("heard and not done", """SELECT "MessageId" AS "Value" FROM chat_inbox WHERE "State" <> 1"""),
        ("heard and not answered", """SELECT "MessageId" AS "Value" FROM chat_inbox i WHERE NOT EXISTS (SELECT 1 FROM sending_outbox o WHERE o."InReplyTo" = i."MessageId")"""),
        ("answered twice", """SELECT "InReplyTo" AS "Value" FROM sending_outbox WHERE "InReplyTo" IS NOT NULL GROUP BY "InReplyTo" HAVING COUNT(*) > 1"""),
        ("answered and not heard", """SELECT "InReplyTo" AS "Value" FROM sending_outbox o WHERE "InReplyTo" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM chat_inbox i WHERE i."MessageId" = o."InReplyTo")"""),
        ("decided and not sent", """SELECT CAST("Id" AS TEXT) AS "Value" FROM sending_outbox WHERE "State" IN (0, 1)"""),
        ("happened and not told", """SELECT CAST("Id" AS TEXT) AS "Value" FROM platform_events"""),
        ("recorded twice", """SELECT "Kind" || ' ' || "Content" AS "Value" FROM platform_facts WHERE "Kind" LIKE 'learning.%' OR "Kind" LIKE 'proof.%' GROUP BY "Kind", "Subject", "Content" HAVING COUNT(*) > 1"""),
        ("step without its fact", """SELECT CAST("ProgressId" AS TEXT) AS "Value" FROM learning_steps_seen s WHERE NOT EXISTS (SELECT 1 FROM platform_facts f WHERE f."Id" = s."FactId")"""),
        ("step fact without its step", """SELECT CAST("Id" AS TEXT) AS "Value" FROM platform_facts f WHERE "Kind" = 'learning.step-seen' AND NOT EXISTS (SELECT 1 FROM learning_steps_seen s WHERE s."FactId" = f."Id")"""),
        ("answer without its fact", """SELECT CAST("ProgressId" AS TEXT) AS "Value" FROM learning_answers a WHERE NOT EXISTS (SELECT 1 FROM platform_facts f WHERE f."Id" = a."FactId")"""),
        ("answer fact without its answer", """SELECT CAST("Id" AS TEXT) AS "Value" FROM platform_facts f WHERE "Kind" = 'learning.answered' AND NOT EXISTS (SELECT 1 FROM learning_answers a WHERE a."FactId" = f."Id")"""),
        ("completed and not proven", """SELECT CAST("Id" AS TEXT) AS "Value" FROM learning_progress p WHERE "CompletedAt" IS NOT NULL AND 1 <> (SELECT COUNT(*) FROM proof_evidence e WHERE e."EnrolmentId" = p."EnrolmentId" AND e."CourseCode" = p."CourseCode")"""),
        ("proven and not completed", """SELECT CAST("Id" AS TEXT) AS "Value" FROM proof_evidence e WHERE NOT EXISTS (SELECT 1 FROM learning_progress p WHERE p."CompletedAt" IS NOT NULL AND e."EnrolmentId" = p."EnrolmentId")"""),
        ("proven and not certified once", """SELECT CAST("Id" AS TEXT) AS "Value" FROM proof_evidence e WHERE 1 <> (SELECT COUNT(*) FROM proof_certificates c WHERE c."EvidenceId" = e."Id")"""),
        ("proven and not counted once", """SELECT CAST("Id" AS TEXT) AS "Value" FROM proof_evidence e WHERE 1 <> (SELECT COUNT(*) FROM proof_credits c WHERE c."BusinessId" = e."BusinessId")"""),
        ("person with other than one business", """SELECT CAST("Id" AS TEXT) AS "Value" FROM registry_people p WHERE 1 <> (SELECT COUNT(*) FROM registry_businesses b WHERE b."OwnerId" = p."Id")"""),
    ];

    // The product needs none of these; without them two thousand learners are compared each with each.
    private const string Indexes = """
        CREATE INDEX IF NOT EXISTS oracle_replies ON sending_outbox ("InReplyTo");
        CREATE INDEX IF NOT EXISTS oracle_steps ON learning_steps_seen ("FactId");
        CREATE INDEX IF NOT EXISTS oracle_answers ON learning_answers ("FactId");
        CREATE INDEX IF NOT EXISTS oracle_progress ON learning_progress ("EnrolmentId");
        CREATE INDEX IF NOT EXISTS oracle_evidence ON proof_evidence ("EnrolmentId");
        CREATE INDEX IF NOT EXISTS oracle_certificates ON proof_certificates ("EvidenceId");
        CREATE INDEX IF NOT EXISTS oracle_credits ON proof_credits ("BusinessId");
        CREATE INDEX IF NOT EXISTS oracle_businesses ON registry_businesses ("OwnerId");
        """;

    /// <summary>Every fault found, in words; none when everything holds. Adds indexes for its questions.</summary>
    public static async Task<IReadOnlyList<string>> Faults(PulihDb db, Drill drill, IReadOnlyCollection<string> acknowledged, int learners)
    {
        await db.Database.ExecuteSqlRawAsync(Indexes);
        var faults = new List<string>();
        foreach (var (fault, sql) in Rules)
        {
            faults.AddRange((await Ask(db, sql)).Select(what => $"{fault}: {what}"));
        }

        var kept = await Ask(db, """SELECT "MessageId" AS "Value" FROM chat_inbox""");
        faults.AddRange(acknowledged.Except(kept).Select(lost => $"acknowledged and lost: {lost}"));
        faults.AddRange((await Ask(db, Completed("learning_steps_seen s", "s.\"ProgressId\" = p.\"Id\"", drill.Steps))).Select(p => $"completed without every step: {p}"));
        faults.AddRange((await Ask(db, Completed("learning_answers s", "s.\"AttemptId\" = p.\"AttemptId\"", drill.Questions))).Select(p => $"completed without every answer: {p}"));
        foreach (var table in (string[])["registry_people", "participation_enrolments", "proof_evidence", "proof_certificates", "proof_credits"])
        {
            var rows = (await Ask(db, $"SELECT CAST(COUNT(*) AS TEXT) AS \"Value\" FROM {table}"))[0];
            if (rows != learners.ToString())
            {
                faults.Add($"{rows} {table} for {learners} learners");
            }
        }

        return faults;
    }

    private static string Completed(string table, string joined, int rows) =>
        $"""SELECT CAST(p."Id" AS TEXT) AS "Value" FROM learning_progress p WHERE p."CompletedAt" IS NOT NULL AND {rows} <> (SELECT COUNT(*) FROM {table} WHERE {joined})""";

    private static Task<List<string>> Ask(PulihDb db, string sql) => db.Database.SqlQueryRaw<string>(sql).ToListAsync();
}
