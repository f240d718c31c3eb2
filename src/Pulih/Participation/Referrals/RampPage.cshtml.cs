using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Referrals;

/// <summary>How many days invitations take under Meta's limit, what they cost, and what is saved when people come by themselves.</summary>
[Authorize(Policies.Participants)]
internal sealed class RampPage(IPrices prices) : PageModel
{
    public const string Address = "/desk/links/ramp";
    private const int MostPeople = 10_000_000;
    private const int MostShown = 60;

    [BindProperty(SupportsGet = true, Name = "orang")]
    public int People { get; set; } = 15_000;

    [BindProperty(SupportsGet = true, Name = "batas")]
    public int Limit { get; set; } = Ramp.Steps[0];

    /// <summary>Of a hundred of them, so many write first: by a link, a poster, an ad.</summary>
    [BindProperty(SupportsGet = true, Name = "sendiri")]
    public int Inbound { get; set; }

    public IEnumerable<SelectListItem> Limits => Ramp.Steps.Where(s => s < int.MaxValue).Select(s => new SelectListItem(Formats.Number(s), s.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public int Invited => (int)Math.Ceiling(People * (100 - Inbound) / 100.0);

    public IReadOnlyList<int> Staying { get; private set; } = [];

    public IReadOnlyList<int> Growing { get; private set; } = [];

    /// <summary>The first days that are shown.</summary>
    public IEnumerable<(int Day, int People)> Shown => Growing.Take(MostShown).Select((p, i) => (i + 1, p));

    /// <summary>Rupiah.</summary>
    public decimal Cost { get; private set; }

    public decimal Saved { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        People = Math.Clamp(People, 1, MostPeople);
        Inbound = Math.Clamp(Inbound, 0, 100);
        Limit = Ramp.Steps.Contains(Limit) && Limit < int.MaxValue ? Limit : Ramp.Steps[0];
        (Staying, Growing) = (Ramp.Days(Invited, Limit, grows: false), Ramp.Days(Invited, Limit, grows: true));
        var each = (await prices.Today(cancel)).Invitation;
        (Cost, Saved) = (Invited * each, (People - Invited) * each);
    }
}
