using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform;
using Pulih.Platform.Commands;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Proof.Published;

namespace Pulih.Proof.Seal;

/// <summary>
/// <c>audit-export TO</c>: everything the auditor's program <c>tools/Verify</c> reads. <c>chain.tsv</c> has a line for each
/// seal (S, number, count, hash), followed by one for each of its facts in the order of their ids (F, id, kind, subject,
/// time in milliseconds, salt, commitment, content; salt and content empty after an erasure).
/// </summary>
internal sealed class AuditExportVerb(IDbContextFactory<PulihDb> dbs, Signature signature, Settings settings, TimeProvider clock) : IVerb
{
    public Command Build()
    {
        var to = new Argument<DirectoryInfo>("TO") { Description = "A folder that is made or is empty." };
        var command = new Command("audit-export", "Writes the audit chain, a checkpoint and the published figures for the auditor's program.") { to };
        command.SetAction((call, cancel) => Run(call.GetValue(to)!, call.InvocationConfiguration.Output, cancel));
        return command;
    }

    private async Task<int> Run(DirectoryInfo to, TextWriter output, CancellationToken cancel)
    {
        to.Create();
        if (to.EnumerateFileSystemInfos().Any())
        {
            output.WriteLine($"{to.FullName} is not empty.");
            return 1;
        }

        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await Checkpoint.Now(db, signature, settings, clock, cancel) is not { } checkpoint)
        {
            output.WriteLine("Nothing is sealed yet.");
            return 1;
        }

        var facts = await Chain(db, Path.Combine(to.FullName, "chain.tsv"), checkpoint.Seal, cancel);
        await File.WriteAllTextAsync(Path.Combine(to.FullName, "checkpoint.json"), JsonSerializer.Serialize(checkpoint, Checkpoint.Json), cancel);
        var figures = await db.Set<PublishedFigure>().AsNoTracking().Where(f => f.Seal <= checkpoint.Seal).OrderBy(f => f.PublishedAt).ToListAsync(cancel);
        await File.WriteAllTextAsync(Path.Combine(to.FullName, "figures.json"), JsonSerializer.Serialize(figures.Select(f => f.Published), Checkpoint.Json), cancel);
        output.WriteLine(FormattableString.Invariant($"{facts} facts, {checkpoint.Seal} seals and {figures.Count} figures were written to {to.FullName}."));
        return 0;
    }

    private async Task<long> Chain(PulihDb db, string file, long until, CancellationToken cancel)
    {
        var written = 0L;
        await using var writer = new StreamWriter(file, false, new UTF8Encoding(false), 1 << 16);
        await foreach (var seal in db.Set<FactSeal>().AsNoTracking().Where(s => s.Number <= until).OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"S\t{seal.Number}\t{seal.Count}\t{Convert.ToHexStringLower(seal.Hash)}"));

            // A context of its own: the seals are still being read on the other one.
            await using var other = await dbs.CreateDbContextAsync(cancel);
            await foreach (var fact in other.Set<Fact>().AsNoTracking().Where(f => f.Seal == seal.Number).OrderBy(f => f.Id).AsAsyncEnumerable().WithCancellation(cancel))
            {
                await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"F\t{fact.Id:N}\t{fact.Kind}\t{fact.Subject:N}\t{new DateTimeOffset(fact.At).ToUnixTimeMilliseconds()}\t{(fact.Salt is { } salt ? Convert.ToHexStringLower(salt) : "")}\t{Convert.ToHexStringLower(fact.Commitment)}\t{fact.Content}"));
                written++;
            }
        }

        return written;
    }
}
