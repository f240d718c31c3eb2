using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Templates;

internal sealed class FindTemplates : ITemplates
{
    public async Task<ReadyTemplate?> For(PulihDb db, TemplateRole role, CancellationToken cancel) =>
        await db.Set<Template>().AsNoTracking().Where(t => t.Role == role && t.State == TemplateState.Approved).OrderByDescending(t => t.Id).FirstOrDefaultAsync(cancel) is { } template
            ? new(template.Say)
            : null;
}
