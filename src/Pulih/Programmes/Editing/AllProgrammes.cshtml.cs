using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Platform.Accounts;
using Pulih.Programmes.Contracts;

namespace Pulih.Programmes.Editing;

[Authorize(Policies.Programmes)]
internal sealed class AllProgrammes(IProgrammes programmes) : PageModel
{
    public IReadOnlyList<ProgrammeInfo> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Programmes = (await programmes.Map(cancel)).Programmes;
}
