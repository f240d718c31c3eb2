using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web.Charts;
using Pulih.Programmes.Claims;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Targets;

namespace Pulih.Programmes.Editing;

[Authorize(Policies.Programmes)]
internal sealed class OneProgramme(PulihDb db) : PageModel
{
    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<string> Provinces { get; private set; } = [];
    public IReadOnlyList<Target> Targets { get; private set; } = [];
    public IReadOnlyList<Claim> Claims { get; private set; } = [];
    public IReadOnlyList<Partner> Partners { get; private set; } = [];
    public IReadOnlyList<CohortRow> Cohorts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var programme = await db.Set<Programme>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel);
        if (programme is null)
        {
            return NotFound();
        }

        Programme = programme;
        var regions = programme.Regions.Split(',');
        Provinces = [.. ProvinceTile.All.Where(p => regions.Contains(p.Code)).Select(p => p.Name)];
        Targets = await db.Set<Target>().AsNoTracking().Where(t => t.ProgrammeId == programme.Id).OrderBy(t => t.Number).ToListAsync(cancel);
        Claims = await db.Set<Claim>().AsNoTracking().Where(c => c.ProgrammeId == programme.Id).OrderBy(c => c.On).ToListAsync(cancel);
        Partners = await db.Set<Partner>().AsNoTracking()
            .Where(p => db.Set<Partnership>().Any(s => s.ProgrammeId == programme.Id && s.PartnerId == p.Id)).OrderBy(p => p.Name).ToListAsync(cancel);
        Cohorts = await db.Set<Cohort>().Where(c => c.ProgrammeId == programme.Id).OrderBy(c => c.Starts).ThenBy(c => c.Code)
            .Join(db.Set<Partner>(), c => c.PartnerId, p => p.Id, (c, p) => new CohortRow(c.Code, c.Name, p.Name, c.Courses, c.Starts, c.Ends))
            .ToListAsync(cancel);
        return Page();
    }
}

/// <summary>A cohort in the list of its programme.</summary>
internal sealed record CohortRow(string Code, string Name, string Partner, string Courses, DateOnly Starts, DateOnly Ends);
