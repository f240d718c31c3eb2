using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Commands;
using Pulih.Platform.Storage;
using Pulih.Recovery.Pulse;

namespace Pulih.Recovery.Index;

/// <summary><c>index --month 2026-10</c>: computes a month's index from the raw answers, prints and keeps it; answers 1 where the panel does not follow from the answers.</summary>
internal sealed class IndexVerb(IDbContextFactory<PulihDb> dbs, ComputeIndex compute) : IVerb
{
    public Command Build()
    {
        var month = new Option<string>("--month") { Required = true, Description = "The month, such as 2026-10." };
        month.Validators.Add(result =>
        {
            if (Read(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError("--month is a year and a month, such as 2026-10.");
            }
        });
        var command = new Command("index", "Computes a month's recovery index again from the raw answers.") { month };
        command.SetAction((call, cancel) => Run(Read(call.GetValue(month))!.Value, call.InvocationConfiguration.Output, cancel));
        return command;
    }

    private async Task<int> Run(DateOnly month, TextWriter output, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var made = await ComputeIndex.Reports(db, month, cancel);
        var stored = await db.Set<Report>().AsNoTracking().Where(r => r.Month == month).ToDictionaryAsync(r => r.BusinessId, cancel);
        var wrong = made.Keys.Union(stored.Keys).Where(id => !Same(made.GetValueOrDefault(id), stored.GetValueOrDefault(id))).ToList();
        wrong.ForEach(id => output.WriteLine($"{id}: the panel does not follow from the answers"));

        var cells = await compute.Of(db, month, cancel);
        var kept = await db.Set<IndexCell>().AsNoTracking().Where(c => c.Month == month).ToListAsync(cancel);
        var shown = kept.ToDictionary(c => (c.Cut, c.Key));
        var differ = cells.Count(c => !shown.TryGetValue((c.Cut, c.Key), out var before) || !before.Values.SequenceEqual(c.Values));
        await KeepIndex.Keep(db, month, cells, cancel);
        foreach (var cell in cells)
        {
            output.WriteLine($"{cell.Cut} {cell.Key}: {string.Join(", ", cell.Values.Where(v => v.Value is not null).Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Name} {v.Value:0.####}")))}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells.Count} cells computed from {made.Count} reports; {differ} differ from those that were kept."));
        return wrong.Count == 0 ? 0 : 1;
    }

    private static bool Same(Report? a, Report? b) =>
        a is not null && b is not null && a.Wording == b.Wording && a.Passed == b.Passed && Enum.GetValues<Question>().All(q => a.Value(q) == b.Value(q));

    private static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
