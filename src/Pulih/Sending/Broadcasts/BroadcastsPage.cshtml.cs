using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Templates;

namespace Pulih.Sending.Broadcasts;

/// <summary>The broadcasts so far, and where one is drafted; nothing is sent before it is released on its own page.</summary>
[Authorize(Policies.Programmes)]
internal sealed class BroadcastsPage(PulihDb db, IProgrammes programmes, IRegions regions, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    public const string Address = "/desk/broadcasts";
    private const int LongestTitle = 120;
    private const int Shown = 50;

    [BindProperty]
    public string? BroadcastTitle { get; set; }

    [BindProperty]
    public Guid? TemplateId { get; set; }

    [BindProperty]
    public Guid? ProgrammeId { get; set; }

    [BindProperty]
    public Guid? CohortId { get; set; }

    [BindProperty]
    public string? Province { get; set; }

    [BindProperty]
    public Stage? Stage { get; set; }

    /// <summary>The first day; empty is now.</summary>
    [BindProperty]
    public DateOnly? Day { get; set; }

    public IReadOnlyList<Broadcast> Broadcasts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Templates { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Cohorts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Provinces { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Stages { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var map = await programmes.Map(cancel);
        if (string.IsNullOrWhiteSpace(BroadcastTitle) || BroadcastTitle.Trim().Length > LongestTitle)
        {
            ModelState.AddModelError(nameof(BroadcastTitle), text["Please name it, in at most {0} letters.", LongestTitle]);
        }

        if (!await db.Set<Template>().AnyAsync(t => t.Id == TemplateId && t.State == TemplateState.Approved, cancel))
        {
            ModelState.AddModelError(nameof(TemplateId), text["Please choose an approved template."]);
        }

        if (ProgrammeId is not { } programme || map.ById(programme) is null || (CohortId is { } cohort && map.Cohort(cohort)?.ProgrammeId != ProgrammeId))
        {
            ModelState.AddModelError(nameof(ProgrammeId), text["Please choose a programme, and a cohort of it."]);
        }

        if (!ModelState.IsValid)
        {
            await Load(cancel);
            return Page();
        }

        // Days begin first in the east: midnight there is 22.00 the day before in Jakarta, and quiet times do the rest.
        var starts = Day is { } day ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-9) : clock.GetUtcNow().UtcDateTime;
        var drafted = db.Add(new Broadcast
        {
            Id = Ids.Next(clock), ProgrammeId = ProgrammeId!.Value, Title = BroadcastTitle!.Trim(), TemplateId = TemplateId!.Value, CohortId = CohortId,
            Province = regions.Provinces.Any(p => p.Code == Province) ? Province : null, Stage = Stage, StartsAt = starts, By = User.Identity!.Name!,
        }).Entity;
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"{Address}/{drafted.Id}");
    }

    private async Task Load(CancellationToken cancel)
    {
        var map = await programmes.Map(cancel);
        SelectListItem everybody = new(text["everybody"], "");
        Broadcasts = await db.Set<Broadcast>().AsNoTracking().OrderByDescending(b => b.Id).Take(Shown).ToListAsync(cancel);
        Templates = [.. (await db.Set<Template>().AsNoTracking().Where(t => t.State == TemplateState.Approved).OrderBy(t => t.Name).ToListAsync(cancel)).Select(t => new SelectListItem(t.Name, t.Id.ToString()))];
        Programmes = [.. map.Programmes.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        Cohorts = [everybody, .. map.Programmes.SelectMany(p => p.Cohorts).Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
        Provinces = [everybody, .. regions.Provinces.Select(p => new SelectListItem(p.Name, p.Code))];
        Stages = [everybody, .. Enum.GetValues<Stage>().Select(s => new SelectListItem(text["stage." + s], ((int)s).ToString(CultureInfo.InvariantCulture)))];
    }
}
