using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Progress;

/// <summary>A human gives a learner whose attempts are used up one more; the button stands on the participant's page.</summary>
internal static class GiveAttempt
{
    public const string Address = "/desk/attempts";

    public static void MapGiveAttempt(this IEndpointRouteBuilder routes) => routes.MapPost(Address + "/{progress:guid}", Give).RequireAuthorization(Policies.Classes);

    private static async Task<IResult> Give(Guid progress, HttpContext context, IAntiforgery forgery, PulihDb db, TimeProvider clock)
    {
        if (!await forgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var given = await db.Repeat(
            async () =>
            {
                var found = await db.Set<CourseProgress>().SingleOrDefaultAsync(p => p.Id == progress, context.RequestAborted);
                found?.GiveAttempt(context.User.Identity!.Name!, db, clock);
                return found;
            },
            context.RequestAborted);
        return given is null ? Results.NotFound() : Results.Redirect($"/peserta/{given.EnrolmentId}");
    }
}
