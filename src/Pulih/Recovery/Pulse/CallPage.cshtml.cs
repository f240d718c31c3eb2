using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>One business's month, filled in by who asks on the phone; every answer and correction with its door.</summary>
[Authorize(Policies.Participants)]
internal sealed class CallPage(PulihDb db, KeepAnswers keep, IPeople people, IConsent consent, IReadLog readings, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    private const int Shown = 40;

    public string Business { get; private set; } = "";

    public string Owner { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public PulseForm Form { get; private set; } = null!;

    public bool Saved { get; private set; }

    public IReadOnlyList<GivenAnswer> Given { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } member)
        {
            return NotFound();
        }

        readings.Read(db, User, [member.PersonId], PanelPage.Address + "/{id}");
        await db.SaveChangesAsync(cancel);
        await Load(member, cancel);
        await Answers(member.BusinessId, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        var found = await db.Repeat(async () =>
        {
            if (User.IsInRole(Roles.Auditor) || await Find(id, cancel) is not { } member)
            {
                return false;
            }

            var reports = await Load(member, cancel);
            var by = Guid.TryParse(User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)?.Value, out var account) ? account : (Guid?)null;
            var report = reports.GetValueOrDefault(member.BusinessId);
            foreach (var (question, value) in Form.Read(form))
            {
                report = keep.Give(db, member, report, Form.Month, question, value, Door.Enumerator, by);
                Saved = true;
            }

            Saved &= Form.Wrong.Count == 0;
            return true;
        }, cancel);
        if (!found)
        {
            return NotFound();
        }

        await Answers(Guid.Parse(id), cancel);
        return Page();
    }

    /// <summary>An answer in words.</summary>
    public string Written(GivenAnswer answer) =>
        answer.Value is not { } value ? text["pulse.skip"]
        : answer.Question == Question.Sales ? Formats.Rupiah(value * 100)
        : Survey.Options(answer.Question, answer.Month).Count > 0 ? text[Survey.OptionKey(answer.Question, answer.Month, value)]
        : Formats.Number(value);

    private async Task<PanelMember?> Find(string id, CancellationToken cancel)
    {
        var scope = PartnerScope.Of(User).PartnerId;
        return Guid.TryParse(id, out var business) ? await db.Set<PanelMember>().SingleOrDefaultAsync(m => m.BusinessId == business && (scope == null || m.PartnerId == scope), cancel) : null;
    }

    private async Task<Dictionary<Guid, Report>> Load(PanelMember member, CancellationToken cancel)
    {
        var month = Survey.MonthAt(clock.GetUtcNow().UtcDateTime);
        var reports = await keep.Load(db, [member.BusinessId], month, cancel);
        Form = new(text, month, reports.GetValueOrDefault(member.BusinessId));
        var owner = (await people.Load(db, [member.PersonId], cancel)).GetValueOrDefault(member.PersonId);
        var shares = PartnerScope.Of(User).PartnerId is null || (await consent.Load(db, [member.PersonId], cancel))[member.PersonId].Allows(ConsentPurpose.ShareWithPartner);
        (Business, Owner, Phone) = (owner?.Businesses.FirstOrDefault(b => b.Id == member.BusinessId)?.Name ?? "", shares ? owner?.Name ?? "" : "…", shares ? owner?.Phone ?? "" : "");
        return reports;
    }

    private async Task Answers(Guid business, CancellationToken cancel) =>
        Given = await db.Set<GivenAnswer>().AsNoTracking().Where(a => a.BusinessId == business).OrderByDescending(a => a.Id).Take(Shown).ToListAsync(cancel);
}
