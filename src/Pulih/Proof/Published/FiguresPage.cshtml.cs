using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Proof.Published;

/// <summary>The numbers that were quoted, each with its cut-off; an officer publishes the next one here.</summary>
[Authorize(Policies.Registry)]
internal sealed class FiguresPage(PulihDb db, PublishFigure publish, IProgrammes programmes) : PageModel
{
    public const string Address = "/desk/figures";
    private const int Most = 200;

    [BindProperty]
    public Guid? ProgrammeId { get; set; }

    public IReadOnlyList<PublishedFigure> Figures { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    /// <summary>An auditor looks and publishes nothing.</summary>
    public bool MayPublish => !User.IsInRole(Roles.Auditor);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Programmes = [.. (await programmes.Map(cancel)).Programmes.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        Figures = await db.Set<PublishedFigure>().AsNoTracking().OrderByDescending(f => f.PublishedAt).Take(Most).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayPublish)
        {
            return Forbid();
        }

        if (ProgrammeId is not { } id || (await programmes.Map(cancel)).ById(id) is not { } programme)
        {
            return NotFound();
        }

        var by = Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : Guid.Empty;
        await db.Repeat(() => publish.Of(db, programme, by, cancel), cancel);
        return LocalRedirect(Address);
    }

    /// <summary><c>/figures/{id}.json</c>: a published figure for everybody.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/figures/{id}.json", async (string id, PulihDb db, CancellationToken cancel) =>
        await db.Set<PublishedFigure>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancel) is { } figure ? Results.Json(figure.Published, Seal.Checkpoint.Json) : Results.NotFound()).AllowAnonymous();
}
