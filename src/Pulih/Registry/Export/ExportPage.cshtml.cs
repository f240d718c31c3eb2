using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;
using Pulih.Platform.Web;
using Pulih.Programmes.Contracts;

namespace Pulih.Registry.Export;

/// <summary>What a partner brought, as a sheet that can be brought back, or the businesses in the shape of the single data.</summary>
[Authorize(Policies.Lists)]
internal sealed class ExportPage(ReadRecords records, SatuData single, IProgrammes programmes, TimeProvider clock, IStringLocalizer<Texts> text) : PageModel
{
    public const string Address = "/daftar/unduh";

    [BindProperty(SupportsGet = true, Name = "mitra")]
    public Guid? Partner { get; set; }

    /// <summary>xlsx, csv, or satu-data.</summary>
    [BindProperty(SupportsGet = true, Name = "bentuk")]
    public string Shape { get; set; } = "xlsx";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var scope = PartnerScope.Of(User);
        var partner = scope.PartnerId ?? Partner;
        if ((Partner is { } asked && asked != partner) || (partner is { } named && (await programmes.Map(cancel)).Partner(named) is null) || (partner is null && Shape != "satu-data"))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        var day = FormattableString.Invariant($"{Formats.DayInWib(clock.GetUtcNow().UtcDateTime):yyyy-MM-dd}");
        return Shape switch
        {
            "satu-data" => File(await CsvFile.Write(single.Headers, single.Of(partner, User, cancel), cancel), CsvFile.ContentType, $"satu-data-umkm-{day}.csv"),
            "csv" => File(await CsvFile.Write(Heads, records.Of(partner!.Value, User, cancel), cancel), CsvFile.ContentType, $"daftar-{day}.csv"),
            "xlsx" => File(await SheetFile.Write(records.Of(partner!.Value, User, cancel).Select(Row), Sheet, text["Lists"], cancel), SheetFile.ContentType, $"daftar-{day}.xlsx"),
            _ => NotFound(),
        };
    }

    private IEnumerable<string> Heads => ReadRecords.Columns.Select(c => text["column." + c].Value);

    private OpenXmlConfiguration Sheet => new() { DynamicColumns = [.. Heads.Select((h, i) => new DynamicExcelColumn(Key(i)) { Index = i, Name = h, Width = i == 0 ? 34 : 22 })] };

    private static Dictionary<string, object> Row(string[] cells) => cells.Select((cell, i) => (cell, i)).ToDictionary(c => Key(c.i), object (c) => c.cell, StringComparer.Ordinal);

    private static string Key(int column) => FormattableString.Invariant($"{column}");
}
