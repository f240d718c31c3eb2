using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Seal;

/// <summary>Where the chain is broken; the fact when it can be named, else only its seal.</summary>
internal sealed record Break(long Seal, Guid? Fact, string Reason);

/// <summary>Computes the whole chain again from the facts and names the first place that does not hold.</summary>
internal sealed class CheckSeals(IDbContextFactory<PulihDb> dbs)
{
    /// <summary>The first break, or null when every sealed fact is as it was sealed.</summary>
    public async Task<Break?> Run(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var (hash, number) = (FactSeal.Beginning, 0L);
        await foreach (var seal in db.Set<FactSeal>().AsNoTracking().OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (seal.Number != ++number)
            {
                return new(number, null, "the seal is missing");
            }

            // A context of its own: the seals are still being read on the other one.
            await using var other = await dbs.CreateDbContextAsync(cancel);
            var facts = await other.Set<Fact>().AsNoTracking().Where(f => f.Seal == seal.Number).OrderBy(f => f.Id).ToListAsync(cancel);
            if (Wrong(seal, facts, hash) is { } wrong)
            {
                return wrong;
            }

            hash = seal.Hash;
        }

        var beyond = await db.Set<Fact>().Where(f => f.Seal > number).OrderBy(f => f.Seal).ThenBy(f => f.Id).Select(f => new { f.Id, Seal = f.Seal!.Value }).FirstOrDefaultAsync(cancel);
        return beyond is null ? null : new(beyond.Seal, beyond.Id, "the fact names a seal that is missing");
    }

    private static Break? Wrong(FactSeal seal, List<Fact> facts, byte[] previous)
    {
        var altered = facts.Find(f => !Holds(f));
        if (altered is not null)
        {
            return new(seal.Number, altered.Id, "the fact is not what was committed to");
        }

        var stray = facts.Find(f => f.Id.CompareTo(seal.First) < 0 || f.Id.CompareTo(seal.Last) > 0);
        if (stray is not null)
        {
            return new(seal.Number, stray.Id, "the fact was not there when the seal was set");
        }

        if (facts.Count != seal.Count)
        {
            return new(seal.Number, null, FormattableString.Invariant($"{seal.Count} facts were sealed and {facts.Count} are there"));
        }

        var same = CryptographicOperations.FixedTimeEquals(FactSeal.HashOf(previous, seal.Number, facts.Select(f => f.Commitment)), seal.Hash);
        return same ? null : new(seal.Number, null, "the facts are not the ones that were sealed");
    }

    // After an erasure salt and content are gone; the commitment then stands for itself and the seal still binds it.
    private static bool Holds(Fact fact) =>
        fact.Salt is null || fact.Content is null
            ? fact.Salt is null && fact.Content is null
            : CryptographicOperations.FixedTimeEquals(Fact.Commit(fact.Salt, fact.Id, fact.Kind, fact.Subject, fact.At, fact.Content), fact.Commitment);
}
