using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Privacy.Contracts;

namespace Pulih.Participation.Participants;

/// <summary>Writes the filtered list into a sheet; every reading is noted before anything leaves the house.</summary>
internal sealed class WriteSheet(IDbContextFactory<PulihDb> dbs, IParticipants participants, IConsent consent, IReadLog readings, ListChoices choices, IStringLocalizer<Texts> text)
{
    private const int Chunk = 500;

    public async Task<Stream> Of(ParticipantFilter filter, ClaimsPrincipal reader, CancellationToken cancel)
    {
        await choices.Load(reader, cancel);
        var columns = new OpenXmlConfiguration { AutoFilter = true, DynamicColumns = [.. SheetRow.Columns.Select((c, i) => new DynamicExcelColumn(c.Property) { Index = i, Name = text[c.Title], Width = c.Width })] };
        return await SheetFile.Write(Rows(filter, reader, cancel), columns, text["Participants"], cancel);
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
