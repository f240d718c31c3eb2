using Pulih.Platform.Language;
using Pulih.Programmes;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Partners;

namespace Pulih.Learning;

internal static class Cohorts
{
    /// <summary>A programme of this code with one partner and one cohort, open today, that learns this course.</summary>
    public static async Task OpenCohort(this App app, string course, string code = "belajar")
    {
        var programme = await app.Programme(code);
        var partner = await app.Using<AddPartner, Partner>(add => Task.FromResult(add.New("mitra-" + code, "Mitra Contoh", PartnerKind.University)));
        var today = Formats.DayInWib(TimeProvider.System.GetUtcNow().UtcDateTime);
        await app.Using<AddCohort, Cohort>(add => add.To(programme, "a1", new("Angkatan 1", partner.Id, [course], today.AddDays(-1), today.AddDays(30)), default));
    }
}
