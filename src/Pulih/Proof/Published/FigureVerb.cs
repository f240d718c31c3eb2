using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Commands;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Published;

/// <summary><c>figure ID</c>: counts one published figure again from the facts at its cut-off, and says what came after it; answers 1 when it does not hold.</summary>
internal sealed class FigureVerb(IDbContextFactory<PulihDb> dbs, PublishFigure figures) : IVerb
{
    public Command Build()
    {
        var id = new Argument<string>("ID") { Description = "As it was published, such as umkm-pulih-2026-3." };
        var command = new Command("figure", "Counts a published figure again from the facts at its cut-off.") { id };
        command.SetAction((call, cancel) => Run(call.GetValue(id)!, call.InvocationConfiguration.Output, cancel));
        return command;
    }

    private async Task<int> Run(string id, TextWriter output, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.Set<PublishedFigure>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel) is not { } figure)
        {
            output.WriteLine($"No figure {id} was published.");
            return 1;
        }

        if (await figures.Breach(db, figure, cancel) is { } breach)
        {
            output.WriteLine($"{id}: {breach}.");
            return 1;
        }

        var now = await CountFromFacts.Of(db, figure.ProgrammeId, long.MaxValue, cancel);
        output.WriteLine(FormattableString.Invariant($"{id}: {figure.Count} businesses, counted again from the facts up to seal {figure.Seal} ({figure.PublishedAt:yyyy-MM-dd HH:mm} UTC). Facts sealed since then make it {now} ({now - figure.Count:+0;-0;0})."));
        return 0;
    }
}
