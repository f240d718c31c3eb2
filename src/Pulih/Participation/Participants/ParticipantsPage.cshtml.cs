using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>The participant list: filtered, searched, page by page, and as a sheet.</summary>
[Authorize(Policies.Participants)]
internal sealed class ParticipantsPage(PulihDb db, IParticipants participants, IConsent consent, IReadLog readings, ListChoices choices, TimeProvider clock) : PageModel
{
    public const string Address = "/peserta";
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    /// <summary>The key the page begins after.</summary>
    [BindProperty(SupportsGet = true, Name = "setelah")]
    public Guid? After { get; set; }

    /// <summary>The key the page ends before.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public IReadOnlyList<ParticipantRow> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Consents> Consents { get; private set; } = new Dictionary<Guid, Consents>();
    public Sight Sight { get; private set; } = null!;
    public Guid? Next { get; private set; }
    public Guid? Previous { get; private set; }
    public ListChoices Choices => choices;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Sight = Sight.Of(User);
        await choices.Load(User, cancel);
        await Load(cancel);
        if (Sight.NeedsPermission)
        {
            Consents = await consent.Load(db, [.. Rows.Select(r => r.PersonId).Distinct()], cancel);
        }

        readings.Read(db, User, Rows.Select(r => r.PersonId), Address);
        await db.SaveChangesAsync(cancel);
    }

    private async Task Load(CancellationToken cancel)
    {
        var (filter, scope) = (Query.Filter(clock), PartnerScope.Of(User));
        if (Before is { } key)
        {
            var page = await participants.Before(db, filter, scope, key, PageSize, cancel);
            (Rows, Previous, Next) = (page.Rows, page.Next, page.Rows.Count > 0 ? page.Rows[^1].EnrolmentId : null);
        }
        else
        {
            var page = await participants.Page(db, filter, scope, After, PageSize, cancel);
            (Rows, Previous, Next) = (page.Rows, After is not null && page.Rows.Count > 0 ? page.Rows[0].EnrolmentId : null, page.Next);
        }
    }
}
