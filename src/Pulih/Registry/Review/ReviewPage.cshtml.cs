using Linkage.Scoring;
using Linkage.Umkm;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Import;
using Pulih.Registry.Matching;

namespace Pulih.Registry.Review;

/// <summary>One of the two records of a pair, as the reviewer sees it.</summary>
internal sealed record RecordShown(SourceRecord Record, string[] Words, string From);

/// <summary>The open pairs, one at a time, in the order in which they matter; each is decided with one key.</summary>
[Authorize(Policies.Review)]
internal sealed class ReviewPage(PulihDb db, DecidePair decide, MatchRecords matching, IProgrammes programmes, IReadLog readings, Keys keys, IStringLocalizer<Texts> text) : PageModel
{
    public const string Address = "/tinjau";

    /// <summary>The pair to go on after; it stays open.</summary>
    [BindProperty(SupportsGet = true, Name = "setelah")]
    public Guid? After { get; set; }

    /// <summary>The pair decided just now, which can be opened again.</summary>
    [BindProperty(SupportsGet = true, Name = "sudah")]
    public Guid? Done { get; set; }

    public Pair? Pair { get; private set; }

    public IReadOnlyList<RecordShown> Two { get; private set; } = [];

    public IReadOnlyList<Reason> Reasons { get; private set; } = [];

    public Pair? Decided { get; private set; }

    public static IReadOnlyList<string> Columns => UmkmRecord.Columns;

    /// <summary>Only what waits for this reviewer.</summary>
    [BindProperty(SupportsGet = true, Name = "milik-saya")]
    public bool Own { get; set; }

    /// <summary>Those who may decide as well.</summary>
    public IReadOnlyList<Colleague> Others { get; private set; } = [];

    /// <summary>The name of who gave the first opinion, where this is the second.</summary>
    public string? First { get; private set; }

    private Colleague Me => new(User.AccountId(), User.Identity!.Name!);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Decided = Done is { } done ? await db.Set<Pair>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == done && (p.State != PairState.Open || p.FirstBy == Me.Id), cancel) : null;
        var after = After is { } id ? await db.Set<Pair>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) : null;
        Pair = await PairQueue.Next(PairQueue.For(db, Me.Id, Own), after, cancel);
        if (Pair is not null)
        {
            Others = [.. (await Colleagues.WithRole(db, Roles.Reviewers, cancel)).Where(c => c.Id != Me.Id)];
            First = Pair.FirstBy is { } first ? (await Colleagues.Names(db, [first], cancel)).GetValueOrDefault(first, "–") : null;
            await Load(Pair, cancel);
        }
    }

    public async Task<IActionResult> OnPostAsync(Guid pair, bool same, CancellationToken cancel)
    {
        var done = await decide.Decide(db, pair, same, Me, text[same ? "decided the same in the review" : "decided different in the review"], cancel);
        return await Save(Here(done == Review.Decided.TooLate ? $"terlambat={pair}" : $"sudah={pair}"), cancel);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid pair, CancellationToken cancel)
    {
        await decide.Undo(db, pair, Me, text["taken back in the review"], cancel);
        return await Save(Here(null), cancel);
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancel)
    {
        await AssignPairs.Take(db, Me.Id, cancel);
        return await Save($"{Address}?milik-saya=true", cancel);
    }

    public async Task<IActionResult> OnPostGiveBackAsync(CancellationToken cancel)
    {
        await AssignPairs.GiveBack(db, Me.Id, cancel);
        return await Save(Address, cancel);
    }

    public async Task<IActionResult> OnPostHandOnAsync(Guid pair, Guid to, CancellationToken cancel)
    {
        if ((await Colleagues.WithRole(db, Roles.Reviewers, cancel)).All(c => c.Id != to))
        {
            return NotFound();
        }

        await AssignPairs.HandOn(db, pair, to, cancel);
        return await Save(Here(null), cancel);
    }

    private string Here(string? what)
    {
        string[] parts = [.. new[] { what, After is { } after ? $"setelah={after}" : null, Own ? "milik-saya=true" : null }.OfType<string>()];
        return parts.Length == 0 ? Address : $"{Address}?{string.Join('&', parts)}";
    }

    /// <summary>Whether both say the same in a column, whatever their case; their spaces were set in order when they came in.</summary>
    public static bool Agree(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> Save(string to, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return LocalRedirect(to);
        }
        catch (Exception trouble) when (Troubles.IsConflict(trouble))
        {
            return LocalRedirect($"{Address}?terlambat");
        }
    }

    private async Task Load(Pair pair, CancellationToken cancel)
    {
        Guid[] ids = [pair.KnownId, pair.NewId];
        var records = await db.Set<SourceRecord>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var lists = records.Values.Select(r => r.ImportId).ToList();
        var names = await db.Set<ListImport>().AsNoTracking().Where(i => lists.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.FileName, cancel);
        var map = await programmes.Map(cancel);
        Two = [.. ids.Where(records.ContainsKey).Select(id => records[id]).Select(r => new RecordShown(r, r.Open(keys), r.ImportId is { } list
            ? text["{0}, line {1}, {2}", names.GetValueOrDefault(list, "–"), r.Line, map.Partner(r.PartnerId ?? Guid.Empty)?.Name ?? "–"]
            : text["what the owner told us"]))];
        if (Two.Count == 2)
        {
            Reasons = matching.Usual.WhyBusiness(Two[0].Record.Standardised(keys), Two[1].Record.Standardised(keys));
        }

        readings.Read(db, User, records.Values.Select(r => r.OwnerId), Address);
        await db.SaveChangesAsync(cancel);
    }
}
