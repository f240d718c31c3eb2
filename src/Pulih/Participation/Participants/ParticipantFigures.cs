using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Participation.Participants;

/// <summary>Who came today, counted as far as anybody reads.</summary>
internal sealed class ParticipantFigures(IParticipants participants, TimeProvider clock, IStringLocalizer<Texts> text) : IDeskFigures
{
    public int Order => 10;

    public string Policy => Policies.Participants;

    public async Task<IReadOnlyList<DeskFigure>> Of(PulihDb db, PartnerScope scope, CancellationToken cancel)
    {
        // The newest stand first, so today's are at the head of the list.
        var newest = await participants.Page(db, new(), scope, null, Some.Most + 1, cancel);
        var today = Formats.DayInWib(clock.GetUtcNow().UtcDateTime);
        var came = newest.Rows.Count(r => Formats.DayInWib(r.EnrolledAt) == today);
        return
        [
            new(text["registered today"], Some.Of(came), ParticipantsPage.Address),
            new(text["take part"], Some.Of(newest.Rows.Count), ParticipantsPage.Address),
        ];
    }
}
