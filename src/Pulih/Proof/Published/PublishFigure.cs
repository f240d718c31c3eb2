using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Seal;

namespace Pulih.Proof.Published;

/// <summary>Publishes a programme's number as it follows from the sealed facts, and counts published ones again.</summary>
internal sealed class PublishFigure(Signature signature, TimeProvider clock)
{
    /// <summary>The figure as of the newest seal, added and not saved; null while nothing is sealed.</summary>
    public async Task<PublishedFigure?> Of(PulihDb db, ProgrammeInfo programme, Guid by, CancellationToken cancel)
    {
        if (await db.Set<FactSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel) is not { } last)
        {
            return null;
        }

        var number = await db.Set<PublishedFigure>().CountAsync(f => f.ProgrammeId == programme.Id, cancel) + 1;
        var count = await CountFromFacts.Of(db, programme.Id, last.Number, cancel);
        return db.Add(PublishedFigure.Of(FormattableString.Invariant($"{programme.Code}-{number}"), programme.Id, programme.Name, count, last, by, clock.GetUtcNow().UtcDateTime, signature.Of)).Entity;
    }

    /// <summary>Why a published figure does not hold; null when it was signed by us, its seal is there, and the facts give the same number.</summary>
    public async Task<string?> Breach(PulihDb db, PublishedFigure figure, CancellationToken cancel)
    {
        if (!signature.Holds(figure.Text, figure.Signature))
        {
            return "it was altered after it was signed";
        }

        if (figure.Definition != CountFromFacts.Definition)
        {
            return $"it was counted by definition {figure.Definition}, which this version does not know";
        }

        var (seal, hash) = (figure.Seal, Convert.FromHexString(figure.Hash));
        if (await db.Set<FactSeal>().AsNoTracking().SingleOrDefaultAsync(s => s.Number == seal, cancel) is not { } kept || !kept.Hash.AsSpan().SequenceEqual(hash))
        {
            return $"seal {seal}, at which it was cut off, is not the same any more";
        }

        var counted = await CountFromFacts.Of(db, figure.ProgrammeId, seal, cancel);
        return counted == figure.Count ? null : FormattableString.Invariant($"{figure.Count} was published and the facts give {counted}");
    }
}
