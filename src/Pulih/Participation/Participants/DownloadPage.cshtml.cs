using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Web;

namespace Pulih.Participation.Participants;

/// <summary>The filtered list as an Excel sheet.</summary>
[Authorize(Policies.Participants)]
internal sealed class DownloadPage(WriteSheet sheet, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ListQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var file = await sheet.Of(Query.Filter(clock), User, cancel);
        Response.Headers.CacheControl = "no-store";
        return File(file, SheetFile.ContentType, FormattableString.Invariant($"peserta-{Formats.DayInWib(clock.GetUtcNow().UtcDateTime):yyyy-MM-dd}.xlsx"));
    }
}
