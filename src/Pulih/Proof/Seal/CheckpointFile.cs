using Pulih.Platform;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Seal;

/// <summary><c>/audit/checkpoint.json</c>: the newest checkpoint, for anybody to keep.</summary>
internal static class CheckpointFile
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit/checkpoint.json", async (PulihDb db, Signature signature, Settings settings, TimeProvider clock, CancellationToken cancel) =>
        await Checkpoint.Now(db, signature, settings, clock, cancel) is { } now ? Results.Json(now, Checkpoint.Json) : Results.NotFound()).AllowAnonymous();
}
