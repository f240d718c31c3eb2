using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pulih;

/// <summary>Every page and machine route has an address of its own and says who may call it; what says nothing is closed.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start(plant: routes => routes.MapGet("/planted", () => "open"), settings: "--Demo=true");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void Says_who_may_call_it_and_a_planted_silent_one_is_seen() => Silent(Endpoints()).ShouldBe(["/planted"]);

    [Fact]
    public void Names_its_route_instead_of_taking_it_from_its_folder() => Endpoints()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is { } page && IsOfItsFolder(page))
        .Select(e => e.DisplayName)
        .ShouldBeEmpty();

    [Fact]
    public async Task That_says_nothing_is_closed()
    {
        using var answer = await app.Http.GetAsync("/planted");
        answer.IsSuccessStatusCode.ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("open");
    }

    [Fact]
    public async Task That_is_for_staff_is_closed_to_a_stranger()
    {
        foreach (var address in Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && Gets(e) && e.RoutePattern.Parameters.Count == 0 && e.RoutePattern.RawText != "/planted").Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')))
        {
            using var answer = await app.Http.GetAsync(address);
            ((int)answer.StatusCode).ShouldBeOneOf([302, 401, 403], address);
        }
    }

    private IReadOnlyList<RouteEndpoint> Endpoints()
    {
        var all = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        all.ShouldContain(e => e.RoutePattern.RawText == "/webhooks/{channel}");
        return all;
    }

    private static IEnumerable<string> Silent(IEnumerable<RouteEndpoint> endpoints) => endpoints
        .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<AuthorizationPolicy>() is null
            && !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => !string.IsNullOrEmpty(a.Policy)))
        .Select(e => e.RoutePattern.RawText!);

    private static bool IsOfItsFolder(PageActionDescriptor page) =>
        string.Equals(page.AttributeRouteInfo?.Template, page.ViewEnginePath.TrimStart('/'), StringComparison.OrdinalIgnoreCase);

    private static bool Gets(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true;
}
