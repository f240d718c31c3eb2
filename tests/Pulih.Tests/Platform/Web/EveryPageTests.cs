using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Accounts;

namespace Pulih.Platform.Web;

/// <summary>Nobody reaches a page by accident: each says whom it is for, and the answer keeps to it.</summary>
public sealed class EveryPageTests : IAsyncLifetime
{
    private App app = null!;

    public async ValueTask InitializeAsync() => app = await App.Start();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void Every_page_has_a_route_of_its_own_and_is_open_to_all_or_has_a_policy()
    {
        var endpoints = Endpoints();
        endpoints.Count.ShouldBeGreaterThan(10);
        endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null))
            .Select(e => e.DisplayName).ShouldBeEmpty();
        endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is { } page && e.RoutePattern.RawText?.TrimStart('/') == page.ViewEnginePath.TrimStart('/'))
            .Select(e => e.DisplayName).ShouldBeEmpty("a page's address is chosen, not its file's place");
    }

    [Fact]
    public async Task A_page_that_says_nothing_is_denied_to_everybody()
    {
        await using var careless = await App.Start(adjust: b => b.Services.AddSingleton<IStartupFilter, ForgottenPage>());
        (await careless.Http.GetAsync("/lupa")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var owner = await careless.SignedIn(Roles.Owner);
        (await owner.GetAsync("/lupa")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_role_gets_into_exactly_the_pages_that_name_it()
    {
        var policies = app.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var wrong = new List<string>();
        foreach (var role in Roles.All.Append(""))
        {
            using var browser = role.Length == 0 ? app.Browser() : await app.SignedIn(role, Guid.CreateVersion7());
            foreach (var (path, policy) in Guarded())
            {
                var may = (await policies.GetPolicyAsync(policy))!.Requirements.OfType<RolesAuthorizationRequirement>().Any(r => r.AllowedRoles.Contains(role));
                using var answer = await browser.GetAsync(path);
                var fine = role.Length == 0
                    ? answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.AbsolutePath == "/masuk"
                    : may ? answer.StatusCode is not HttpStatusCode.Forbidden and < HttpStatusCode.InternalServerError : answer.StatusCode == HttpStatusCode.Forbidden;
                if (!fine)
                {
                    wrong.Add($"{(role.Length == 0 ? "visitor" : role)} {path}: {answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_not_found_and_never_the_sign_in_page()
    {
        using var answer = await app.Browser().GetAsync("/tidak-ada-di-sini");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<h1>");
        using var plain = await app.Http.GetAsync("/tidak-ada-di-sini");
        (await plain.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    private List<RouteEndpoint> Endpoints() =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ISuppressMatchingMetadata>() is null)];

    private IEnumerable<(string Path, string Policy)> Guarded() =>
        from endpoint in Endpoints()
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        let policy = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).FirstOrDefault(p => p is not null)
        where policy is not null && (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
        select ("/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Sample)), policy);

    // A guid that is nobody's serves every parameter.
    private static string Sample(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment) =>
        string.Concat(segment.Parts.Select(p => p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content : "0199e000-0000-7000-8000-000000000000"));

    private sealed class ForgottenPage : IStartupFilter
    {
        private static readonly Endpoint Careless = new(context => context.Response.WriteAsync("somebody forgot to say whom this is for"), null, "forgotten");

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (context.Request.Path == "/lupa")
                {
                    context.SetEndpoint(Careless);
                }

                return go(context);
            });
            next(app);
        };
    }
}
