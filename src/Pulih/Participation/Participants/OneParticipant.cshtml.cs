using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>One participant: who they are, what they allowed, what they take part in, and what every capability knows of them.</summary>
[Authorize(Policies.Participants)]
internal sealed class OneParticipant(PulihDb db, IParticipants participants, IConsent consent, IReadLog readings, ListChoices choices, IEnumerable<IShowParticipant> capabilities) : PageModel
{
    public const string Address = "/peserta/{id}";

    /// <summary>Only what was said before this moment, in .NET ticks.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public long? Before { get; set; }

    public ParticipantRow Row { get; private set; } = null!;
    public Consents Consents { get; private set; } = Consents.None;
    public Sight Sight { get; private set; } = null!;
    public IReadOnlyList<ParticipantRow> Enrolments { get; private set; } = [];
    public List<ParticipantPart> Parts { get; } = [];
    public ListChoices Choices => choices;

    /// <summary>A partner's officer reads a conversation only with the person's permission, and only when nobody else's programme is in it.</summary>
    public bool Words { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var scope = PartnerScope.Of(User);
        if (await participants.Find(db, id, scope, cancel) is not { } row)
        {
            return NotFound();
        }

        (Row, Sight) = (row, Sight.Of(User));
        readings.Read(db, User, [row.PersonId], Address);
        await db.SaveChangesAsync(cancel);

        await choices.Load(User, cancel);
        Consents = (await consent.Load(db, [row.PersonId], cancel))[row.PersonId];
        var all = await participants.Of(db, row.PersonId, cancel);
        Enrolments = [.. all.Where(e => scope.PartnerId is null || e.PartnerId == scope.PartnerId)];
        Words = Sight.Sees(Consents) && (!Sight.NeedsPermission || all.Count == Enrolments.Count);
        var before = Before is > 0 and < long.MaxValue / 2 ? new DateTime(Before.Value, DateTimeKind.Utc) : (DateTime?)null;
        var shown = new ParticipantShown(row.PersonId, [.. Enrolments.Select(e => e.EnrolmentId)], Words, before);
        foreach (var capability in capabilities.OrderBy(c => c.Order))
        {
            if (await capability.Of(db, shown, cancel) is { } part)
            {
                Parts.Add(part);
            }
        }

        return Page();
    }
}
