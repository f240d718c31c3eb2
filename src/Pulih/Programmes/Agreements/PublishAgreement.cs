using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Snapshot;

namespace Pulih.Programmes.Agreements;

/// <summary>Puts a new version of the agreement in force, and notes who agrees to it.</summary>
internal sealed class PublishAgreement(ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Every partner is asked anew from now on; the caller saves. Two at once meet the version's key.</summary>
    public async Task<Agreement> Publish(PulihDb db, string words, string by, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        var last = await db.Set<Agreement>().MaxAsync(a => (int?)a.Version, cancel) ?? 0;
        var agreement = new Agreement { Id = Ids.Next(clock), Version = last + 1, Words = words.Trim(), PublishedBy = by, PublishedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(agreement);
        db.Attest("programmes.agreement-published", agreement.Id, new { agreement.Version, words = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(agreement.Words))) }, clock);
        snapshot.ForgetWhenSaved(db);
        return agreement;
    }

    /// <summary>Notes that a partner agrees to a version; once more changes nothing. The caller saves.</summary>
    public async Task Accept(PulihDb db, Guid partner, Agreement agreement, Guid account, string by, CancellationToken cancel)
    {
        if (await db.Set<Acceptance>().FindAsync([partner, agreement.Version], cancel) is null)
        {
            db.Add(new Acceptance { PartnerId = partner, Version = agreement.Version, AccountId = account, By = by, At = clock.GetUtcNow().UtcDateTime });
            db.Attest("programmes.agreement-accepted", partner, new { agreement = agreement.Id, agreement.Version, account }, clock);
            snapshot.ForgetWhenSaved(db);
        }
    }
}
