using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;

namespace Pulih.Privacy.Consent;

/// <summary>Keeps one current answer a person and purpose, and a fact and an event for every change of it.</summary>
internal sealed class KeepConsent(IStringLocalizer<Texts> text, TimeProvider clock) : IConsent
{
    public async Task<IReadOnlyDictionary<Guid, Consents>> Load(PulihDb db, IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        // Tracked, so that Record finds the row to change without asking again.
        var stored = await db.Set<ConsentRow>().Where(c => people.Contains(c.PersonId)).ToListAsync(cancel);
        var rows = stored.Union(db.Own<ConsentRow>()).ToLookup(c => c.PersonId);
        return people.Distinct().ToDictionary(p => p, p => rows.Contains(p) ? new Consents(rows[p].ToDictionary(c => c.Purpose, c => c.Given)) : Consents.None);
    }

    public void Record(PulihDb db, Guid personId, ConsentPurpose purpose, bool given, string textVersion, string channel)
    {
        var row = db.Own<ConsentRow>().FindEntryUntyped([personId, purpose])?.Entity;
        if (row is { } known && known.Given == given && known.TextVersion == textVersion)
        {
            return; // The same answer to the same words, perhaps tapped twice.
        }

        var before = row?.Given;
        if (row is null)
        {
            row = db.Add(new ConsentRow { PersonId = personId, Purpose = purpose }).Entity;
        }

        row.Given = given;
        row.TextVersion = textVersion;
        row.Channel = channel;
        row.At = clock.GetUtcNow().UtcDateTime;
        row.Version++;
        db.Attest(given ? "privacy.consent-given" : "privacy.consent-refused", personId, new { purpose = purpose.ToString(), textVersion, channel }, clock);
        if (given && before != true)
        {
            db.Raise(new ConsentGiven(personId, purpose), clock);
        }
        else if (!given && before == true)
        {
            db.Raise(new ConsentWithdrawn(personId, purpose), clock);
        }
    }

    public ConsentText Ask(ConsentPurpose purpose, string about) => ConsentTexts.Of(purpose, about, text);
}
