using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Recovery.Pulse;

/// <summary>Keeps answers about a business's month, whichever door they come by: one panel, and every correction stays visible behind it.</summary>
internal sealed class KeepAnswers(TimeProvider clock)
{
    /// <summary>The reports of these businesses for a month, tracked; what was begun on this context is among them.</summary>
    public async Task<Dictionary<Guid, Report>> Load(PulihDb db, IReadOnlyCollection<Guid> businesses, DateOnly month, CancellationToken cancel)
    {
        var stored = businesses.Count == 0 ? [] : await db.Set<Report>().Where(r => businesses.Contains(r.BusinessId) && r.Month == month).ToListAsync(cancel);
        return stored.Union(db.Own<Report>().Where(r => r.Month == month && businesses.Contains(r.BusinessId))).ToDictionary(r => r.BusinessId);
    }

    /// <summary>Keeps one answer; the same once more changes nothing. Gives the report as it is then.</summary>
    public Report Give(PulihDb db, PanelMember member, Report? report, DateOnly month, Question question, long? value, Door door, Guid? by = null)
    {
        report ??= db.Add(Report.Of(member.BusinessId, month)).Entity;
        if (report.Has(question) && report.Wording == Survey.Version && report.Value(question) == value)
        {
            return report;
        }

        var complete = report.IsComplete;
        var answer = GivenAnswer.Of(member.BusinessId, month, question, value, door, by, clock);
        db.Add(answer);
        report.Take(answer);
        var now = clock.GetUtcNow().UtcDateTime;
        if (report.Status == OperatingStatus.Ended)
        {
            member.Leave();
        }
        else if (report.IsComplete)
        {
            member.Rest(now);
        }

        if (report.IsComplete && !complete)
        {
            // No amount is in the fact: what a one-owner business sells is personal financial data (UU PDP, article 4).
            db.Attest("recovery.month-reported", member.BusinessId, new { month = report.Month, wording = report.Wording, status = report.Status, compared = report.Compared, sales = report.Sales is not null, door }, clock);
        }

        return report;
    }
}
