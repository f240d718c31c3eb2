using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Registry.Merging;
using Pulih.Registry.Review;

namespace Pulih.Registry.Matching;

/// <summary>
/// What owners answered about a business similar to theirs. Their word decides, and is kept as a label, where nobody
/// else's word stands against it; where it contradicts the records, or joins two people who both registered
/// themselves, a human looks at it with their word beside it.
/// </summary>
internal sealed class HearOwner(MatchRecords matching, MergeBusinesses merging, Keys keys, TimeProvider clock, IStringLocalizer<Texts> text)
{
    /// <summary>Who decides by what an owner said.</summary>
    public const string Owner = "pemilik";

    /// <summary>Gives the business the word was about, or null where it is gone.</summary>
    public async Task<Guid?> Of(PulihDb db, SourceRecord own, OwnersWord word, CancellationToken cancel)
    {
        if (await db.Set<SourceRecord>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == word.RecordId, cancel) is not { } known)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var bits = matching.Usual.Business(own.Standardised(keys), known.Standardised(keys));
        var pair = new Pair { Id = Ids.Next(clock), NewId = own.Id, KnownId = known.Id, Bits = bits, Doubt = Math.Abs(bits), RaisedAt = now, OwnerSays = word.Same };
        db.Add(pair);
        if (word.Same ? known.ImportId is not null : bits < MatchRecords.Sure)
        {
            (pair.State, pair.DecidedBy, pair.DecidedAt) = (word.Same ? PairState.Same : PairState.Different, Owner, now);
            pair.MergeId = word.Same ? (await merging.Of(db, own.BusinessId, known.BusinessId, Owner, text["the owner says it is the same"], cancel))?.Id : null;
        }

        return known.BusinessId;
    }
}
