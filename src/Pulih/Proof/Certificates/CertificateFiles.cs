using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Pulih.Platform;
using Pulih.Platform.Storage;
using Pulih.Proof.Certificates.Print;

namespace Pulih.Proof.Certificates;

/// <summary>The certificate as a file: <c>.pdf</c> to print, <c>.png</c> for the chat. Drawn when asked for and kept by the asker.</summary>
internal static class CertificateFiles
{
    // Its wording never changes; a day leaves room for a better drawing or a withdrawal.
    private const string Kept = "public, max-age=86400";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    // Raised when the drawing changes, so that kept copies are asked for anew.
    private const int Drawing = 1;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/certificates/{code:length(26)}.pdf", Methods, (string code, PulihDb db, Settings settings, HttpContext context, CancellationToken cancel) =>
            Answer(code, "application/pdf", PdfSheet.Render, db, settings, context, cancel)).AllowAnonymous();
        routes.MapMethods("/certificates/{code:length(26)}.png", Methods, (string code, PulihDb db, Settings settings, HttpContext context, CancellationToken cancel) =>
            Answer(code, "image/png", PngSheet.Render, db, settings, context, cancel)).AllowAnonymous();
    }

    private static async Task<IResult> Answer(string code, string type, Func<Sheet, byte[]> render, PulihDb db, Settings settings, HttpContext context, CancellationToken cancel)
    {
        var certificate = await db.Set<Certificate>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, cancel);
        if (certificate is null)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = Kept;
        var tag = new EntityTagHeaderValue($"\"{Drawing}-{certificate.Code}\"");
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        return TypedResults.File(render(Layout.Of(certificate.Printed(settings.PublicUrl))), type, entityTag: tag);
    }
}
