using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Snapshot;

namespace Pulih.Programmes.Claims;

internal sealed class RecordClaim(PulihDb db, ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Records what was claimed; the same claim may be repeated by another source.</summary>
    public Claim Of(Guid programme, ClaimDetails details, string by)
    {
        var claim = Claim.Of(programme, details, by, clock);
        db.Add(claim);
        db.Attest("programmes.claim-recorded", programme, new { Claim = claim.Id, claim.Count, claim.On }, clock);
        snapshot.ForgetWhenSaved(db);
        return claim;
    }
}
