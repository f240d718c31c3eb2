using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Snapshot;

namespace Pulih.Programmes.Partners;

internal sealed class AddPartner(PulihDb db, ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Registers an organisation that was not a partner of any programme before.</summary>
    public Partner New(string code, string name, PartnerKind kind)
    {
        var partner = Partner.Of(code, name, kind, clock);
        db.Add(partner);
        snapshot.ForgetWhenSaved(db);
        return partner;
    }

    /// <summary>Lets a partner take part in a programme; once more changes nothing.</summary>
    public async Task To(Guid programme, Guid partner, CancellationToken cancel)
    {
        if (await db.Set<Partnership>().FindAsync([programme, partner], cancel) is not null)
        {
            return;
        }

        db.Add(new Partnership { ProgrammeId = programme, PartnerId = partner, Since = clock.GetUtcNow().UtcDateTime });
        db.Attest("programmes.partner-joined", programme, new { Partner = partner }, clock);
        snapshot.ForgetWhenSaved(db);
    }
}
