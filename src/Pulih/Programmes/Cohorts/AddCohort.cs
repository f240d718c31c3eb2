using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Snapshot;

namespace Pulih.Programmes.Cohorts;

internal sealed class AddCohort(PulihDb db, AddPartner partners, ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Opens a cohort; its partner takes part in the programme from then on.</summary>
    public async Task<Cohort> To(Guid programme, string code, CohortDetails details, CancellationToken cancel)
    {
        var cohort = Cohort.Of(programme, code, details, clock);
        db.Add(cohort);
        await partners.To(programme, details.PartnerId, cancel);
        db.Attest("programmes.cohort-opened", programme, new { Cohort = cohort.Id, Partner = details.PartnerId, cohort.Courses }, clock);
        snapshot.ForgetWhenSaved(db);
        return cohort;
    }

    /// <summary>Changes a cohort that is open; who is enrolled stays enrolled.</summary>
    public async Task Change(Cohort cohort, CohortDetails details, CancellationToken cancel)
    {
        cohort.Change(details);
        await partners.To(cohort.ProgrammeId, details.PartnerId, cancel);
        db.Attest("programmes.cohort-changed", cohort.ProgrammeId, new { Cohort = cohort.Id, Partner = details.PartnerId, cohort.Courses }, clock);
        snapshot.ForgetWhenSaved(db);
    }
}
