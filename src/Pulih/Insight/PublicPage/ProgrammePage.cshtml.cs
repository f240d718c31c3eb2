using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Contracts;

namespace Pulih.Insight.PublicPage;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Name)]
internal sealed class ProgrammePage(PulihDb db, IProgrammes programmes, IVerified verified, TimeProvider clock) : PageModel
{
    public Story Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var map = await programmes.Map(cancel);
        if (map.Find(code) is not { } programme)
        {
            return NotFound();
        }

        Story = new(programme, await verified.Of(db, programme.Id, cancel), clock.GetUtcNow().UtcDateTime);
        return Page();
    }
}
