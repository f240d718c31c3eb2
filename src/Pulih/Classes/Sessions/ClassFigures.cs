using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Classes.Attendance;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Classes.Sessions;

/// <summary>The classes of the next day, and report rows that wait for a human.</summary>
internal sealed class ClassFigures(IStringLocalizer<Texts> text, TimeProvider clock) : IDeskFigures
{
    public int Order => 25;

    public string Policy => Policies.Classes;

    public async Task<IReadOnlyList<DeskFigure>> Of(PulihDb db, PartnerScope scope, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (since, until) = (now.AddHours(-4), now.AddDays(1));
        var soon = await db.Set<ClassSession>().Where(c => c.StartsAt > since && c.StartsAt < until && (c.State == ClassState.Scheduled || c.State == ClassState.Running)).OrderBy(c => c.StartsAt).Take(Some.Most + 1).CountAsync(cancel);
        var unmatched = await db.Set<ReportRow>().Waiting().OrderBy(r => r.Id).Take(Some.Most + 1).CountAsync(cancel);
        return
        [
            new(text["figure.soon"], Some.Of(soon), ClassesPage.Address),
            .. unmatched > 0 ? new[] { new DeskFigure(text["figure.unmatched"], Some.Of(unmatched), ClassesPage.Address, Trouble: true) } : [],
        ];
    }
}
