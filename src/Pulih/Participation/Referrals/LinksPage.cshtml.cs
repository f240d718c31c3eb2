using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Print;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Referrals;

/// <summary>The entry links: whom each brought and how many of them finished, a poster of each, and how long invitations would take. A partner's officer sees and makes only its own.</summary>
[Authorize(Policies.Participants)]
internal sealed class LinksPage(PulihDb db, IReferrals referrals, IProgrammes programmes, ChatLink chat, WhatsAppSettings whatsApp, Settings settings, IStringLocalizer<Texts> text) : PageModel
{
    public const string Address = "/desk/links";
    private const int LongestSource = 40;
    private const int MostShown = 500;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public Guid? CohortId { get; set; }

    [BindProperty]
    public Guid? PartnerId { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public IReadOnlyList<Referral> Links { get; private set; } = [];

    public ProgrammeMap Map { get; private set; } = null!;

    public IEnumerable<SelectListItem> Cohorts => Map.Programmes.SelectMany(p => p.Cohorts.Select(c => new SelectListItem($"{p.Name} · {c.Name}", c.Id.ToString())));

    public IEnumerable<SelectListItem> Partners => Map.Partners.Where(p => Own is null || p.Id == Own).Select(p => new SelectListItem(p.Name, p.Id.ToString()));

    /// <summary>May this reader add links?</summary>
    public bool MayAdd => !User.IsInRole(Roles.Auditor);

    private Guid? Own => PartnerScope.Of(User).PartnerId;

    public string LinkOf(string code) => $"{settings.PublicUrl}/go/{code}";

    /// <summary>The ways this link leads in by, as channel and address.</summary>
    public IEnumerable<(string Channel, string Address)> Ways(string code)
    {
        yield return (ChannelName.WhatsApp, LinkOf(code));
        foreach (var channel in new[] { ChannelName.Messenger, ChannelName.Instagram })
        {
            if (chat.Entering(channel, code, text["go.first-message", code]) is { } address)
            {
                yield return (channel, address);
            }
        }
    }

    public Task OnGetAsync(CancellationToken cancel) => Load(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Map = await programmes.Map(cancel);
        var code = (Code ?? "").Trim().ToUpperInvariant();
        if (!Referral.IsCode(code))
        {
            ModelState.AddModelError(nameof(Code), text["3 to 20 letters, digits or hyphens, for example PASAR-BARU."]);
        }
        else if ((await referrals.Map(cancel)).Find(code) is not null)
        {
            ModelState.AddModelError(nameof(Code), text["There is a link with this code."]);
        }

        var source = (Source ?? "").Trim();
        if (source.Length is 0 or > LongestSource)
        {
            ModelState.AddModelError(nameof(Source), text["Please say where the link will stand, in at most {0} letters.", LongestSource]);
        }

        var cohort = CohortId is { } chosen ? Map.Cohort(chosen) : null;
        var partner = Own ?? PartnerId;
        if (!MayAdd || cohort is null || partner is not { } by || Map.Partner(by) is not { Suspended: false })
        {
            ModelState.AddModelError(nameof(CohortId), text["Please choose a cohort and a partner."]);
        }

        if (!ModelState.IsValid)
        {
            await Load(cancel);
            return Page();
        }

        referrals.Add(db, new(code, cohort!.ProgrammeId, cohort.Id, partner!.Value, source));
        await db.SaveChangesAsync(cancel);
        return LocalRedirect($"{Address}#{code}");
    }

    /// <summary>The link on an A4 sheet.</summary>
    public async Task<IActionResult> OnGetPosterAsync(string? code, CancellationToken cancel)
    {
        Map = await programmes.Map(cancel);
        return (await referrals.Map(cancel)).Find(code) is { } link && (Own is null || link.PartnerId == Own)
            ? File(Cultures.First(() => PosterOf(link)).Pdf(LinkOf(link.Code), $"{Map.ById(link.ProgrammeId)!.Name}: {link.Code}"), "application/pdf", $"poster-{link.Code}.pdf")
            : NotFound();
    }

    private Poster PosterOf(ReferralInfo link)
    {
        var number = whatsApp.Numbers.FirstOrDefault()?.Display ?? "";
        return new(text["poster.title"], text["poster.under", Map.ById(link.ProgrammeId)!.Name], text["poster.qr"],
        [
            (text["poster.scan"], Face.Strong, 20),
            (number.Length > 0 ? text["poster.write", number, text["go.first-message", link.Code]] : LinkOf(link.Code), Face.Text, 15),
            (text["poster.free", Map.Partner(link.PartnerId)!.Name], Face.Text, 13),
        ]);
    }

    private async Task Load(CancellationToken cancel)
    {
        Map = await programmes.Map(cancel);
        var links = db.Set<Referral>().AsNoTracking();
        links = Own is { } own ? links.Where(r => r.PartnerId == own) : links;
        Links = await links.OrderByDescending(r => r.Came).ThenBy(r => r.Code).Take(MostShown).ToListAsync(cancel);
    }
}
