using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pulih.Platform.Accounts;
using Pulih.Platform.Web;
using Pulih.Programmes.Contracts;

namespace Pulih.Programmes.Agreements;

/// <summary>
/// Before every page of the desk: a partner's officer whose partner has not agreed to the words in force is led to
/// them, and one whose partner is suspended is told so and sees nothing else. What the partner brought keeps counting.
/// </summary>
internal sealed class PartnerGate(IProgrammes programmes) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!http.User.IsInRole(Roles.PartnerOfficer) || http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || IsOpen(endpoint))
        {
            await next();
            return;
        }

        var map = await programmes.Map(http.RequestAborted);
        var partner = PartnerScope.Of(http.User).PartnerId is { } id ? map.Partner(id) : null;
        if (partner is null || (!partner.Suspended && partner.Agreed >= map.Agreement))
        {
            await next(); // An officer without a partner sees nothing anyway.
            return;
        }

        context.Result = new RedirectResult(AgreementPage.Address);
    }

    // What any member of staff may do, signing out and reading the agreement, stays open; the desk's own first page shows figures.
    private static bool IsOpen(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null or Policies.Desk)
        && endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.ModelTypeInfo?.AsType() != typeof(StartPage);
}
