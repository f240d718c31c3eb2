using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Templates;

/// <summary>Moves templates by what the provider reports; an older report never undoes a newer one.</summary>
internal sealed class FollowTemplates : IFollowTemplates
{
    private const int LongestReason = 300;

    public async Task Follow(PulihDb db, IReadOnlyList<TemplateReport> reports, CancellationToken cancel)
    {
        var names = reports.Select(r => r.Name).Distinct().ToList();
        var known = await db.Set<Template>().Where(t => names.Contains(t.Name)).ToListAsync(cancel);
        foreach (var report in reports.OrderBy(r => r.At))
        {
            if (known.Find(t => t.Name == report.Name && t.Language == report.Language) is not { } template || report.At < template.ChangedAt)
            {
                continue;
            }

            template.State = report.Event switch
            {
                "APPROVED" or "REINSTATED" => TemplateState.Approved,
                "REJECTED" => TemplateState.Rejected,
                "PAUSED" or "FLAGGED" => TemplateState.Paused,
                "DISABLED" or "PENDING_DELETION" => TemplateState.Disabled,
                "PENDING" or "IN_APPEAL" => TemplateState.Pending,
                _ => template.State,
            };
            template.Marketing = report.Category switch { "MARKETING" => true, "UTILITY" => false, _ => template.Marketing };
            template.Reason = report.Reason is { Length: > LongestReason } long_ ? long_[..LongestReason] : report.Reason;
            template.ChangedAt = report.At;
        }
    }
}
