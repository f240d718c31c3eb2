using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>The month's questions on one light page. Whose business it is follows from the signed link alone.</summary>
[AllowAnonymous]
internal sealed class PulsePage(PulihDb db, PulseLink link, KeepAnswers keep, IPeople people, IConsent consent, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private PanelMember member = null!;

    public string Business { get; private set; } = "";

    public PulseForm Form { get; private set; } = null!;

    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await Load(token, cancel) is not null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var found = await db.Repeat(async () =>
        {
            if (await Load(token, cancel) is not { } reports)
            {
                return false;
            }

            var answers = Form.Read(form);
            await consent.Load(db, [member.PersonId], cancel);
            if (answers.Count > 0)
            {
                // Who fills in the page wants to be asked; the page says so.
                consent.Record(db, member.PersonId, ConsentPurpose.MonthlySurvey, given: true, consent.Ask(ConsentPurpose.MonthlySurvey, "").Version, "web");
            }

            var report = reports.GetValueOrDefault(member.BusinessId);
            foreach (var (question, value) in answers)
            {
                report = keep.Give(db, member, report, Form.Month, question, value, Door.Page);
            }

            Saved = Form.Wrong.Count == 0 && answers.Count > 0;
            return true;
        }, cancel);
        return found ? Page() : NotFound();
    }

    private async Task<Dictionary<Guid, Report>?> Load(string token, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (link.Read(token, now) is not { } id || await db.Set<PanelMember>().SingleOrDefaultAsync(m => m.BusinessId == id, cancel) is not { } found)
        {
            return null;
        }

        member = found;
        var month = Survey.MonthAt(now);
        var reports = await keep.Load(db, [id], month, cancel);
        Form = new(text, month, reports.GetValueOrDefault(id));
        Business = (await people.Load(db, [member.PersonId], cancel)).GetValueOrDefault(member.PersonId)?.Businesses.FirstOrDefault(b => b.Id == id)?.Name ?? "";
        return reports;
    }
}
