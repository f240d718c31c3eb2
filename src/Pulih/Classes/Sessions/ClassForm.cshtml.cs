using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Pulih.Classes.Attendance;
using Pulih.Platform.Accounts;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Classes.Sessions;

/// <summary>Schedules a class, once or week after week, or changes one.</summary>
[Authorize(Policies.Classes)]
internal sealed class ClassForm(PulihDb db, IProgrammes programmes, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    private ClassSession? existing;
    private ProgrammeMap map = null!;

    [BindProperty]
    public ClassInput Input { get; set; } = new();

    public bool IsNew => existing is null;

    public string Back => existing is null ? ClassesPage.Address : $"{ClassesPage.Address}/{existing.Id}";

    public IEnumerable<SelectListItem> Programmes => map.Programmes.Select(p => new SelectListItem(p.Name, p.Id.ToString()));

    public IEnumerable<SelectListItem> Cohorts =>
        [new(text["form.every-cohort"], ""), .. map.Programmes.SelectMany(p => p.Cohorts.Select(c => new SelectListItem(map.Programmes.Count > 1 ? $"{p.Name}: {c.Name}" : c.Name, c.Id.ToString())))];

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<ClassKind>().Select(k => new SelectListItem(text["kind." + k], k.ToString()));

    public IEnumerable<SelectListItem> ZoneItems => ClassInput.Zones.Select(z => new SelectListItem(text["zone." + z], z));

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        Input = existing is null ? new() { Programme = map.Programmes.Count > 0 ? map.Programmes[0].Id : null } : ClassInput.Of(existing);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel) => db.Repeat(() => Take(id, cancel), cancel);

    private async Task<IActionResult> Take(Guid? id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        if (existing is not null)
        {
            Input.Programme = existing.ProgrammeId;
            if (Input.Sequence != existing.Sequence)
            {
                ModelState.AddModelError("", text["form.changed-meanwhile"]);
            }
        }

        if (Input.Read(ModelState, map, clock.GetUtcNow().UtcDateTime, IsNew, text) is not { } details)
        {
            return Page();
        }

        var shown = existing is null ? Schedule(details) : Change(existing, details[0]);
        return Redirect($"{ClassesPage.Address}/{shown}?saved");
    }

    private Guid Schedule(IReadOnlyList<ClassDetails> weeks)
    {
        Guid? series = weeks.Count > 1 ? Ids.Next(clock) : null;
        var sessions = weeks.Select(w => ClassSession.Of(Input.Programme!.Value, series, w, clock)).ToList();
        db.AddRange(sessions);
        sessions.ForEach(s => Attest("classes.scheduled", s));
        return sessions[0].Id;
    }

    private Guid Change(ClassSession session, ClassDetails details)
    {
        session.Change(details, clock);
        Attest("classes.changed", session);
        db.Raise(new SeatsMoved(session.Id), clock);
        db.CountLater(session.Id, [], clock);
        return session.Id;
    }

    private void Attest(string what, ClassSession session) =>
        db.Attest(what, session.Id, new { session.ProgrammeId, session.CohortId, session.StartsAt, session.EndsAt, session.Capacity, session.NeededMinutes, session.ForgivenMinutes }, clock);

    private async Task<bool> Load(Guid? id, CancellationToken cancel)
    {
        map = await programmes.Map(cancel);
        existing = id is { } known ? await db.Class(known, cancel) : null;
        return id is null || existing is { State: ClassState.Scheduled or ClassState.Running };
    }
}
