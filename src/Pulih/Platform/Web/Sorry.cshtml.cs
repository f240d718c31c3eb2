using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pulih.Platform.Web;

/// <summary>Says in plain words what a status code means to the one who asked for a page.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class Sorry : PageModel
{
    public int Status { get; private set; }

    public void OnGet(int status) => Status = status;
}
