using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>What the filters offer, and the names behind the ids in the list. Everything comes from memory.</summary>
internal sealed class ListChoices(IProgrammes programmes, IReferrals referrals, IRegions regions, ISectors sectors, IStringLocalizer<Texts> text)
{
    private ProgrammeMap map = null!;
    private Guid? own;
    private IReadOnlyList<string> sources = [];

    public async Task Load(ClaimsPrincipal reader, CancellationToken cancel)
    {
        map = await programmes.Map(cancel);
        own = PartnerScope.Of(reader).PartnerId;
        sources = [.. (await referrals.Map(cancel)).All.Where(r => own is null || r.PartnerId == own).Select(r => r.Source).Append(Registration.RegistrationKnown.Direct).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A partner's officer sees one partner and needs no choice.</summary>
    public bool ChoosesPartner => own is null;

    public IEnumerable<SelectListItem> Programmes => Any(map.Programmes.Select(p => Item(p.Name, p.Id)));

    public IEnumerable<SelectListItem> Cohorts =>
        Any(map.Programmes.SelectMany(p => p.Cohorts.Select(c => Item(map.Programmes.Count > 1 ? $"{c.Name} · {p.Name}" : c.Name, c.Id))));

    public IEnumerable<SelectListItem> Partners => Any(map.Partners.OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => Item(p.Name, p.Id)));

    public IEnumerable<SelectListItem> Provinces => Any(regions.Provinces.OrderBy(p => p.Name, StringComparer.CurrentCulture).Select(p => new SelectListItem(p.Name, p.Code)));

    public IEnumerable<SelectListItem> Stages => Any(Enum.GetValues<Stage>().Select(s => new SelectListItem(text["stage." + s], s.ToString())));

    public IEnumerable<SelectListItem> Sources => Any(sources.Select(s => new SelectListItem(s, s)));

    public IEnumerable<SelectListItem> Silences =>
        Any(ListQuery.Silences.Select(d => new SelectListItem(text["{0} days and more", d], d.ToString(CultureInfo.InvariantCulture))));

    public string Programme(Guid id) => map.ById(id)?.Name ?? "–";

    public string Cohort(Guid id) => map.Cohort(id)?.Name ?? "–";

    public string Partner(Guid id) => map.Partner(id)?.Name ?? "–";

    public string Place(string code) => regions.Get(code) is { } region ? region.Display : "–";

    public string Regency(string code) => regions.Get(code) is { } region ? region.Regency.Title + ", " + region.Province.Name : "–";

    public string Sector(string key) => sectors.Get(key)?.Title ?? key;

    private IEnumerable<SelectListItem> Any(IEnumerable<SelectListItem> items) => items.Prepend(new SelectListItem(text["all"], ""));

    private static SelectListItem Item(string name, Guid id) => new(name, id.ToString());
}
