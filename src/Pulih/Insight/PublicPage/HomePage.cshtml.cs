using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Contracts;

namespace Pulih.Insight.PublicPage;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Name)]
internal sealed class HomePage(PulihDb db, IProgrammes programmes, IVerified verified, TimeProvider clock) : PageModel
{
    public VerifiedFigures Nation { get; private set; } = null!;
    public IReadOnlyList<Story> Stories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Nation = await verified.Of(db, VerifiedFigures.Nation, cancel);
        var stories = new List<Story>();
        foreach (var programme in (await programmes.Map(cancel)).Programmes)
        {
            stories.Add(new(programme, await verified.Of(db, programme.Id, cancel), clock.GetUtcNow().UtcDateTime));
        }

        Stories = stories;
    }
}
