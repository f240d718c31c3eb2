using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Accounts.Signing;

[Authorize(Policies.Desk)]
internal sealed class SignOutPage(PulihDb db, OpenSession session) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await session.End(HttpContext, cancel);
        await db.SaveChangesAsync(cancel);
        return LocalRedirect("/masuk");
    }
}
