using Microsoft.EntityFrameworkCore;
using Pulih.Market.Shops;
using Pulih.Participation.Contracts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Market.Products;

/// <summary>Finds what owners sell: one query for products, shops, photos, people, enrolments and permissions each.</summary>
internal sealed class RecallProducts(IPeople people, IEnrolments enrolments, IConsent consent, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<Guid, ProductKnown>> For(PulihDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var products = (await db.Set<Product>().Where(p => ids.Contains(p.PersonId) && p.State != ProductState.Deleted).ToListAsync(cancel))
            .Union(db.Own<Product>().Where(p => ids.Contains(p.PersonId) && p.State != ProductState.Deleted)).ToLookup(p => p.PersonId);
        var shops = (await db.Set<Shop>().Where(s => ids.Contains(s.PersonId)).ToListAsync(cancel)).Union(db.Own<Shop>().Where(s => ids.Contains(s.PersonId))).ToLookup(s => s.PersonId);
        // Only photos on their way: those that are here are heavy, and nothing is asked of them.
        var owned = products.SelectMany(p => p).Select(p => p.Id).ToList();
        var photos = owned.Count == 0 ? [] : await db.Set<ProductPhoto>().Where(p => owned.Contains(p.ProductId) && p.Large == null).ToListAsync(cancel);
        var (owners, enrolled, consents) = (await people.Load(db, ids, cancel), await enrolments.Load(db, ids, cancel), await consent.Load(db, ids, cancel));
        return ids.ToDictionary(id => id, id => new ProductKnown(owners.GetValueOrDefault(id), enrolled.GetValueOrDefault(id)?.FirstOrDefault(), [.. products[id].OrderBy(p => p.Id)], Ids.Next(clock), Shop.NewTail())
        {
            Shop = shops[id].OrderBy(s => s.OpenedAt).FirstOrDefault(), Photos = photos.ToDictionary(p => p.ProductId), Consents = consents[id],
        });
    }
}

/// <summary>What the dialogue knows of an owner.</summary>
/// <param name="NewId">The id of a product begun in this turn.</param>
/// <param name="Tail">The end of the address of a shop opened in this turn.</param>
internal sealed class ProductKnown(PersonInfo? person, EnrolmentInfo? enrolment, List<Product> products, Guid newId, string tail)
{
    public PersonInfo? Person => person;

    public EnrolmentInfo? Enrolment => enrolment;

    /// <summary>The business that sells: the one of the enrolment chosen last.</summary>
    public BusinessInfo? Business => person?.Businesses.FirstOrDefault(b => b.Id == enrolment?.BusinessId);

    public List<Product> Products => products;

    public Guid NewId => newId;

    public string Tail => tail;

    public Shop? Shop { get; set; }

    public Dictionary<Guid, ProductPhoto> Photos { get; init; } = [];

    public Consents Consents { get; set; } = Consents.None;

    public Product? Find(Guid id) => products.Find(p => p.Id == id);
}
