using Linkage.Umkm;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Accounts;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Registry.Import;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;
using Pulih.Registry.People;

namespace Pulih.Registry.Businesses;

/// <summary>A business explains itself: what it was put together from, by whom, and what every capability can prove of it.</summary>
[Authorize(Policies.Registry)]
internal sealed class BusinessPage(PulihDb db, IBusinesses groups, MergeBusinesses merging, SplitRecord split, IProgrammes programmes, IRegions regions, ISectors sectors, IReadLog readings, Keys keys, IEnumerable<IShowBusiness> capabilities, IAuthorizationService authorization) : PageModel
{
    public const string Address = "/usaha/{id}";
    private const int MostRecords = 200;
    private const int MostSeen = 20;

    /// <summary>The business that is kept, then those that are one with it.</summary>
    public IReadOnlyList<Business> Group { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Owners { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<SourceRecord> Records { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Lists { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Merge> Merges { get; private set; } = [];

    public List<BusinessPart> Parts { get; } = [];

    /// <summary>The latest looks at its owners' data, this one not among them.</summary>
    public IReadOnlyList<SeenBy> Seen { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Readers { get; private set; } = new Dictionary<Guid, string>();

    public ProgrammeMap Map { get; private set; } = null!;

    public bool MayDecide { get; private set; }

    public Business Kept => Group[0];

    public string Place => regions.Get(Kept.RegionCode)?.Display ?? "–";

    public string Sector => sectors.Get(Kept.SectorKey)?.Title ?? Kept.SectorKey;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var ids = (await groups.Groups(db, [id], cancel))[id];
        var all = await db.Set<Business>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancel);
        if (!all.ContainsKey(id))
        {
            return NotFound();
        }

        Group = [.. ids.Where(all.ContainsKey).Select(i => all[i])];
        Map = await programmes.Map(cancel);
        MayDecide = (await authorization.AuthorizeAsync(User, Policies.Review)).Succeeded;
        Merges = await db.Set<Merge>().AsNoTracking().Where(m => ids.Contains(m.GoneId) || ids.Contains(m.KeptId)).OrderByDescending(m => m.At).ToListAsync(cancel);
        Records = await db.Set<SourceRecord>().AsNoTracking().Where(r => ids.Contains(r.BusinessId) && r.AppliedAt != null).OrderBy(r => r.Id).Take(MostRecords).ToListAsync(cancel);
        var lists = Records.Select(r => r.ImportId).Distinct().ToList();
        Lists = await db.Set<ListImport>().AsNoTracking().Where(i => lists.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.FileName, cancel);
        var owners = Group.Select(b => b.OwnerId).Distinct().ToList();
        Owners = await db.Set<Person>().AsNoTracking().Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        foreach (var capability in capabilities.OrderBy(c => c.Order))
        {
            if (await capability.Of(db, ids, cancel) is { } part)
            {
                Parts.Add(part);
            }
        }

        Seen = await readings.Seen(db, owners, MostSeen, cancel);
        Readers = await Colleagues.Names(db, [.. Seen.Select(s => s.Reader).Distinct()], cancel);
        readings.Read(db, User, owners, Address);
        await db.SaveChangesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, Guid merge, string? why, CancellationToken cancel)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.Review)).Succeeded)
        {
            return Forbid();
        }

        try
        {
            await merging.Undo(db, merge, User.Identity!.Name!, Words.CleanText.Cut(Words.CleanText.Of(why ?? ""), 500), cancel);
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception trouble) when (Troubles.IsConflict(trouble))
        {
            // Somebody took it back at the same moment; the page shows how it stands.
        }

        return Redirect($"/usaha/{id}");
    }

    public async Task<IActionResult> OnPostSplitAsync(Guid id, Guid record, CancellationToken cancel)
    {
        if (!(await authorization.AuthorizeAsync(User, Policies.Review)).Succeeded)
        {
            return Forbid();
        }

        var made = await split.Off(db, record, User.Identity!.Name!, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception trouble) when (Troubles.IsConflict(trouble))
        {
            made = null; // Somebody was faster; the page shows how it stands.
        }

        return Redirect($"/usaha/{made ?? id}");
    }

    /// <summary>Whether a record can be taken off: a list's, and not the only one of its business.</summary>
    public bool MaySplit(SourceRecord record) => MayDecide && record.ImportId is not null && Records.Count(r => r.BusinessId == record.BusinessId) > 1;

    /// <summary>What the record says, with numbers of residents and businesses shielded.</summary>
    public string Said(SourceRecord record)
    {
        var words = record.Open(keys);
        return string.Join(" · ", UmkmRecord.Columns.Select((c, i) => OneListPage.Shield(c, words[i])).Where(w => w.Length > 0));
    }
}
