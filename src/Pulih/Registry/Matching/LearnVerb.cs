using System.CommandLine;
using Linkage.LookingUp;
using Linkage.Scoring;
using Linkage.Umkm;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Commands;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Review;

namespace Pulih.Registry.Matching;

/// <summary>
/// <c>learn</c>: what people decided in the review, and owners in the chat, moves the model that asks them. The new
/// model lies in a file and is used once <c>Registry:Model</c> names it, so that somebody looks at it before.
/// </summary>
internal sealed class LearnVerb(IDbContextFactory<PulihDb> dbs, MatchRecords matching, Keys keys) : IVerb
{
    private const int MostDecisions = 50_000;

    public Command Build()
    {
        var model = new Option<string>("--model") { Description = "Where the new model goes; name it by Registry:Model to use it.", Required = true };
        var command = new Command("learn", "Moves the matching by what was decided in the review.") { model };
        command.SetAction(async (call, cancel) =>
        {
            var decided = await Decisions(cancel);
            var learned = TrainUmkm.FromDecisions(matching.Model, [.. Background.Records], decided);
            await File.WriteAllTextAsync(call.GetRequiredValue(model), ModelFile.Write(learned), cancel);
            var output = call.InvocationConfiguration.Output;
            output.WriteLine(FormattableString.Invariant($"{decided.Count} decisions, {decided.Count(d => d.Same)} of them one business."));
            output.WriteLine(FormattableString.Invariant($"Surprise a decision: {Surprise(matching.Model, decided):F3} bits before, {Surprise(learned, decided):F3} after."));
            return 0;
        });
        return command;
    }

    /// <summary>How many bits a decision tells that the model did not expect, on average; 1 is guessing.</summary>
    private static double Surprise(UmkmModel model, IReadOnlyList<(UmkmRecord A, UmkmRecord B, bool Same)> decided)
    {
        var look = LookUp.In(new RowsInMemory(), [.. Background.Records], model);
        return decided.Select(d => (look.Business(d.A, d.B), d.Same)).Select(d => Math.Log2(1 + Math.Pow(2, d.Same ? -d.Item1 : d.Item1))).DefaultIfEmpty(0).Average();
    }

    // The latest ones; what the program joined by itself is no label.
    private async Task<List<(UmkmRecord A, UmkmRecord B, bool Same)>> Decisions(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var pairs = await db.Set<Pair>().AsNoTracking().Where(p => p.State != PairState.Open).OrderByDescending(p => p.DecidedAt).ThenBy(p => p.Id).Take(MostDecisions).ToListAsync(cancel);
        var ids = pairs.SelectMany(p => new[] { p.NewId, p.KnownId }).Distinct().ToList();
        var records = (await db.Set<SourceRecord>().AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.Id)).ToListAsync(cancel)).ToDictionary(r => r.Id, r => r.Standardised(keys));
        return [.. pairs.Where(p => records.ContainsKey(p.NewId) && records.ContainsKey(p.KnownId)).Select(p => (records[p.NewId], records[p.KnownId], p.State == PairState.Same))];
    }
}
