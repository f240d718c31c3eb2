using Pulih.Platform.Events;
using Pulih.Platform.Facts;

namespace Pulih.Platform.Observability;

/// <summary>Alive: the process answers. Ready: it can do its work, shown by doing a little of it.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<CheckReadiness>()
        .AddBacklog<StoredEvent>("events", e => true)
        .AddBacklog<Fact>("unsealedFacts", f => f.Seal == null);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Never touches the database: a restart does not mend one that is away.
        routes.MapGet("/health/live", () => Results.Text("alive")).AllowAnonymous();
        routes.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(CheckReadiness check, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var readiness = await check.Ask();
        return Results.Json(readiness, statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
