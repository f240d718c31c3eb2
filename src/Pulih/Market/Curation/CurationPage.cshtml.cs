using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Market.Products;
using Pulih.Market.Shops;
using Pulih.Platform.Accounts;
using Pulih.Platform.Facts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Market.Curation;

/// <summary>Where curators decide what goes into catalogue and feeds: approve, feature, or withdraw with a reason the owner is told.</summary>
[Authorize(Policies.Catalogue)]
internal sealed class CurationPage(PulihDb db, IRegions regions, ISpeak speak, IOutbox outbox, IStringLocalizer<Texts> text, TimeProvider clock) : PageModel
{
    public const string Address = "/desk/market";
    private const int PageSize = 20;
    private const int LongestReason = 300;

    /// <summary>What can be looked at; the first by default.</summary>
    public static readonly string[] Views = ["waiting", "reported", "approved", "withdrawn"];

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<ShownProduct> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    /// <summary>An auditor looks and decides nothing.</summary>
    public bool MayDecide => !User.IsInRole(Roles.Auditor);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        View = Array.Find(Views, v => v == View) ?? Views[0];
        var products = db.Set<Product>().AsNoTracking();
        products = View switch
        {
            "reported" => products.Where(p => p.Reports > 0 && (p.State == ProductState.Waiting || p.State == ProductState.Approved)),
            "approved" => products.Where(p => p.State == ProductState.Approved),
            "withdrawn" => products.Where(p => p.State == ProductState.Withdrawn),
            _ => products.Where(p => p.State == ProductState.Waiting),
        };
        var after = After ?? Guid.Empty;
        var rows = await (from p in products where p.Id > after join s in db.Set<Shop>().AsNoTracking() on p.BusinessId equals s.BusinessId where s.IsOpen orderby p.Id select new ShownProduct { Product = p, Shop = s }).Take(PageSize + 1).ToListAsync(cancel);
        Next = rows.Count > PageSize ? rows[PageSize - 1].Product.Id : null;
        Rows = [.. rows.Take(PageSize)];
    }

    /// <summary>What the curator saw is approved; a product that changed meanwhile waits on.</summary>
    public Task<IActionResult> OnPostApproveAsync(Guid id, int version, CancellationToken cancel) => Decide(id, product =>
    {
        if (product.Version == version)
        {
            product.Approve(clock.GetUtcNow().UtcDateTime);
        }
    }, cancel);

    public Task<IActionResult> OnPostFeatureAsync(Guid id, CancellationToken cancel) => Decide(id, product => product.Feature(!product.Featured, clock.GetUtcNow().UtcDateTime), cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, string? reason, CancellationToken cancel)
    {
        var why = (reason ?? "").Trim();
        if (why.Length is 0 or > LongestReason)
        {
            return LocalRedirect(Address);
        }

        Product? withdrawn = null;
        var answer = await Decide(id, product => (withdrawn = product).Withdraw(why, clock.GetUtcNow().UtcDateTime), cancel);
        if (withdrawn is not null)
        {
            await speak.To(db, Purpose.Human, [(withdrawn.PersonId, Cultures.First(() => new Say(text["withdrawn.told", withdrawn.Name ?? "", why])
            {
                Choices = [new(text["product.look"], ProductTap.Write(ProductAct.Open, withdrawn.Id))],
            }))], cancel, ProductDialogue.Me);
            await db.SaveChangesAsync(cancel);
            outbox.Wake();
        }

        return answer;
    }

    public IEnumerable<string> LacksOf(Product product) => Enum.GetValues<Lacks>().Where(l => l != Lacks.Nothing && product.Missing.HasFlag(l)).Select(l => text["lacks." + l].Value);

    public string Place(Shop shop) => regions.Get(shop.RegionCode)?.Display ?? "";

    private async Task<IActionResult> Decide(Guid id, Action<Product> decide, CancellationToken cancel)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        var found = await db.Repeat(async () =>
        {
            if (await db.Set<Product>().SingleOrDefaultAsync(p => p.Id == id && p.State != ProductState.Deleted, cancel) is not { } product)
            {
                return false;
            }

            var before = product.State;
            decide(product);
            if (product.State != before)
            {
                db.Attest("market.product-" + (product.State == ProductState.Approved ? "approved" : "withdrawn"), product.BusinessId, new { product = product.Id }, clock);
            }

            await Index(product, cancel);
            return true;
        }, cancel);
        return found ? LocalRedirect($"{Address}?view={Views.FirstOrDefault(v => v == View) ?? Views[0]}") : NotFound();
    }

    // What is in the catalogue is found by the words of its name.
    private async Task Index(Product product, CancellationToken cancel)
    {
        var wanted = product.State == ProductState.Approved ? WordsOf.Texts(product.Name).Take(8).ToHashSet(StringComparer.Ordinal) : [];
        foreach (var word in await db.Set<ProductWord>().Where(w => w.ProductId == product.Id).ToListAsync(cancel))
        {
            if (!wanted.Remove(word.Word))
            {
                db.Remove(word);
            }
        }

        db.AddRange(wanted.Select(w => new ProductWord { Word = w, ProductId = product.Id }));
    }
}
