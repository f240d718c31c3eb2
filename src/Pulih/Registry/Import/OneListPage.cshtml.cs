using Linkage.Umkm;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Matching;
using Pulih.Registry.Words;

namespace Pulih.Registry.Import;

/// <summary>One list: what its columns mean, what would happen, how far it is, what came of it.</summary>
[Authorize(Policies.Lists)]
internal sealed class OneListPage(PulihDb db, FixSheet fix, IGrainFactory grains, IProgrammes programmes, Keys keys, IStringLocalizer<Texts> text) : PageModel
{
    public const int Shown = 8;
    private const int PageSize = 50;

    /// <summary>For each header the column it means.</summary>
    [BindProperty]
    public List<string?> Meanings { get; set; } = [];

    /// <summary>The line the bad rows begin below.</summary>
    [BindProperty(SupportsGet = true, Name = "setelah")]
    public int After { get; set; }

    /// <summary>Shows the columns again after they were confirmed.</summary>
    [BindProperty(SupportsGet = true, Name = "kolom")]
    public bool Columns { get; set; }

    public ListImport List { get; private set; } = null!;

    public string Partner { get; private set; } = "";

    public IReadOnlyList<string[]> First { get; private set; } = [];

    public IReadOnlyList<(int Line, IReadOnlyList<RowTrouble> Troubles, string[] Words)> Bad { get; private set; } = [];

    public int? Next { get; private set; }

    public bool AsksColumns => List.State == ImportState.Uploaded || (Columns && List.State == ImportState.Checked);

    public static IReadOnlyList<string> Known { get; } = [.. UmkmRecord.Columns, Export.ReadRecords.Code];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        await (AsksColumns ? LoadFirst(cancel) : LoadBad(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync(Guid id, CancellationToken cancel)
    {
        if (!await Load(id, cancel) || List.State is not (ImportState.Uploaded or ImportState.Checked))
        {
            return NotFound();
        }

        string[] meanings = [.. List.Headers.Select((_, i) => i < Meanings.Count && Known.Contains(Meanings[i], StringComparer.Ordinal) ? Meanings[i]! : "")];
        if (meanings.Where(m => m.Length > 0).GroupBy(m => m, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return await Wrong(text["Two columns are said to be “{0}”. Please keep one of them.", text["column." + twice.Key]], meanings, cancel);
        }

        if (!meanings.Contains("owner_name", StringComparer.Ordinal) && !meanings.Contains("business_name", StringComparer.Ordinal))
        {
            return await Wrong(text["Please say which column has the owner's name or the name of the business."], meanings, cancel);
        }

        // What an earlier look proposed is taken out first.
        var again = List.State == ImportState.Checked;
        (List.Meanings, List.Then) = (meanings, ImportState.Checking);
        List.Begin(again ? ImportState.Undoing : ImportState.Checking);
        return await Save(cancel);
    }

    public Task<IActionResult> OnPostApplyAsync(Guid id, CancellationToken cancel) => Begin(id, ImportState.Checked, ImportState.Applying, cancel);

    public Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancel) => Begin(id, ImportState.Applied, ImportState.Undoing, cancel);

    public Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken cancel) => Begin(id, ImportState.Checked, ImportState.Undoing, cancel);

    public async Task<IActionResult> OnGetFixAsync(Guid id, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return File(await fix.Of(List, cancel), SheetFile.ContentType, $"{text["to-mend"]}-{Path.GetFileNameWithoutExtension(List.FileName)}.xlsx");
    }

    /// <summary>A number of a resident or business shows its last four digits only.</summary>
    public static string Shield(string meaning, string cell) =>
        SourceRecord.Shielded.Contains(meaning, StringComparer.Ordinal) ? LastDigits.Of(cell) : cell;

    private async Task<IActionResult> Begin(Guid id, ImportState from, ImportState to, CancellationToken cancel)
    {
        if (!await Load(id, cancel))
        {
            return NotFound();
        }

        if (List.State == from)
        {
            List.Then = ImportState.Undone;
            List.Stayed = 0;
            List.Begin(to);
        }

        return await Save(cancel);
    }

    private async Task<IActionResult> Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            await grains.GetGrain<IJobGrain>(WorkImports.JobName).Poke();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody pressed the same button at the same moment; the page shows where the list is now.
        }

        return Redirect($"{ListsPage.Address}/{List.Id}");
    }

    private async Task<PageResult> Wrong(string sentence, string[] meanings, CancellationToken cancel)
    {
        ModelState.AddModelError("", sentence);
        (List.Meanings, Columns) = (meanings, true);
        await LoadFirst(cancel);
        return Page();
    }

    private async Task<bool> Load(Guid id, CancellationToken cancel)
    {
        var scope = PartnerScope.Of(User);
        if (await db.Set<ListImport>().SingleOrDefaultAsync(i => i.Id == id && (scope.PartnerId == null || i.PartnerId == scope.PartnerId), cancel) is not { } list)
        {
            return false;
        }

        (List, Partner) = (list, (await programmes.Map(cancel)).Partner(list.PartnerId)?.Name ?? "–");
        return true;
    }

    private async Task LoadFirst(CancellationToken cancel) =>
        First = [.. (await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == List.Id).OrderBy(r => r.Line).Take(Shown).ToListAsync(cancel)).Select(r => r.Open(keys))];

    private async Task LoadBad(CancellationToken cancel)
    {
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == List.Id && r.Outcome == RowOutcome.Bad && r.Line > After).OrderBy(r => r.Line).Take(PageSize + 1).ToListAsync(cancel);
        Bad = [.. rows.Take(PageSize).Select(r => (r.Line, (IReadOnlyList<RowTrouble>)[.. RowTrouble.Read(r.Troubles)], SourceRecord.Arrange(r.Open(keys), List.Meanings)))];
        Next = rows.Count > PageSize ? Bad[^1].Line : null;
    }
}
