using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>
/// Writes the filtered list into a sheet, row by row, so that its size costs no memory. It goes through a file that
/// removes itself: a sheet is sent whole or not at all, and every reading is noted before anything leaves the house.
/// </summary>
internal sealed class WriteSheet(IDbContextFactory<PulihDb> dbs, IParticipants participants, IConsent consent, IReadLog readings, ListChoices choices, IStringLocalizer<Texts> text)
{
    private const int Chunk = 500;

    public async Task<Stream> Of(ParticipantFilter filter, ClaimsPrincipal reader, CancellationToken cancel)
    {
        await choices.Load(reader, cancel);
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var columns = new OpenXmlConfiguration { AutoFilter = true, DynamicColumns = [.. SheetRow.Columns.Select((c, i) => new DynamicExcelColumn(c.Property) { Index = i, Name = text[c.Title], Width = c.Width })] };
            await MiniExcel.SaveAsAsync(file, Rows(filter, reader, cancel), configuration: columns, sheetName: text["Participants"], cancellationToken: cancel);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async IAsyncEnumerable<SheetRow> Rows(ParticipantFilter filter, ClaimsPrincipal reader, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (scope, sight) = (PartnerScope.Of(reader), Sight.Of(reader));
        for (Guid? after = null; ;)
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            var page = await participants.Page(db, filter, scope, after, Chunk, cancel);
            Guid[] people = [.. page.Rows.Select(r => r.PersonId).Distinct()];
            var consents = sight.NeedsPermission ? await consent.Load(db, people, cancel) : new Dictionary<Guid, Consents>();
            readings.Read(db, reader, people, "/peserta/unduh");
            await db.SaveChangesAsync(cancel);
            foreach (var row in page.Rows)
            {
                yield return SheetRow.Of(row, sight, consents.GetValueOrDefault(row.PersonId), choices, text);
            }

            if ((after = page.Next) is null)
            {
                yield break;
            }
        }
    }
}
