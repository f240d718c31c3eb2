using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Certificates;

/// <summary>Where anyone checks a certificate: every printed field again, and the evidence in words.</summary>
[AllowAnonymous]
internal sealed class CertificatePage(PulihDb db, IProgrammes programmes, Settings settings, Assets assets) : PageModel
{
    public Certificate? Shown { get; private set; }
    public CourseEvidence? Evidence { get; private set; }
    public string? Cohort { get; private set; }
    public string? Partner { get; private set; }

    public string StyleSheet => assets["certificate.css"];
    public string ShortCode => Codes.Grouped(Shown!.ShortCode);
    public string Link => Shown!.Link(settings.PublicUrl);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var typed = code.ToUpperInvariant();
        var found = await db.Set<Certificate>().AsNoTracking()
            .Join(db.Set<CourseEvidence>().AsNoTracking(), c => c.EvidenceId, e => e.Id, (c, e) => new { Certificate = c, Evidence = e })
            .SingleOrDefaultAsync(f => f.Certificate.Code == typed, cancel);
        if (found is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        (Shown, Evidence) = (found.Certificate, found.Evidence);
        var map = await programmes.Map(cancel);
        (Cohort, Partner) = (map.Cohort(Evidence.CohortId)?.Name, map.Partner(Evidence.PartnerId)?.Name);
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }
}
