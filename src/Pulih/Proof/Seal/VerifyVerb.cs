using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Commands;
using Pulih.Platform.Storage;
using Pulih.Proof.Published;

namespace Pulih.Proof.Seal;

/// <summary><c>verify [--checkpoint FILE]</c>: the whole chain, a checkpoint kept elsewhere, and every published figure; answers 1 at the first thing that does not hold.</summary>
internal sealed class VerifyVerb(IDbContextFactory<PulihDb> dbs, CheckSeals seals, Signature signature, PublishFigure figures) : IVerb
{
    public Command Build()
    {
        var file = new Option<FileInfo>("--checkpoint") { Description = "A checkpoint that somebody else kept." }.AcceptExistingOnly();
        var command = new Command("verify", "Checks the audit chain and that the published figures follow from it.") { file };
        command.SetAction((call, cancel) => Run(call.GetValue(file), call.InvocationConfiguration.Output, cancel));
        return command;
    }

    private async Task<int> Run(FileInfo? file, TextWriter output, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await seals.Run(cancel) is { } broken)
        {
            output.WriteLine(FormattableString.Invariant($"Seal {broken.Seal}{(broken.Fact is { } fact ? $", fact {fact}" : "")}: {broken.Reason}."));
            return 1;
        }

        if (file is not null && await Kept(file, db, cancel) is { } breach)
        {
            output.WriteLine($"{breach}.");
            return 1;
        }

        foreach (var figure in await db.Set<PublishedFigure>().AsNoTracking().OrderBy(f => f.PublishedAt).ToListAsync(cancel))
        {
            if (await figures.Breach(db, figure, cancel) is { } wrong)
            {
                output.WriteLine($"Figure {figure.Id}: {wrong}.");
                return 1;
            }
        }

        output.WriteLine(FormattableString.Invariant($"The chain of {await db.Set<FactSeal>().CountAsync(cancel)} seals holds, and so does every published figure."));
        return 0;
    }

    private async Task<string?> Kept(FileInfo file, PulihDb db, CancellationToken cancel)
    {
        try
        {
            await using var stream = file.OpenRead();
            return await JsonSerializer.DeserializeAsync<Checkpoint>(stream, Checkpoint.Json, cancel) is { } checkpoint ? await checkpoint.Breach(db, signature, cancel) : "The file is no checkpoint";
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException or ArgumentNullException)
        {
            return "The file is no checkpoint";
        }
    }
}
