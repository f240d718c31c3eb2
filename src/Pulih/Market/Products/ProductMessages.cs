using Microsoft.Extensions.Localization;
using Pulih.Market.Shops;
using Pulih.Platform;
using Pulih.Platform.Language;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Market.Products;

/// <summary>Writes what is said about products in chat.</summary>
internal sealed class ProductMessages(IStringLocalizer<Texts> text, IRegions regions, ShopLink links, Settings settings)
{
    private const int ListRows = 9; // A list carries ten; one is for adding.

    public string Word(string key) => text[key];

    /// <summary>All products, to choose one, or the way to the first.</summary>
    public Say List(ProductKnown known)
    {
        var head = known.Products.Count == 0 ? text["product.none"].Value : text["product.list", known.Products.Count].Value;
        var page = known.Shop is { IsOpen: true } shop ? $"\n\n{text["product.page", shop.Link(settings.PublicUrl)].Value}" : "";
        var edit = $"\n\n{text["product.edit", links.For(known.Person!.Id)].Value}";
        return new(head + page + edit)
        {
            ListButton = text["product.choose"],
            Choices = [new(text["product.add"], ProductTap.Write(ProductAct.Add)), .. known.Products.TakeLast(ListRows - 1).Select(p => Choice(p, ProductAct.Open)), new(text["product.learn"], ProductTap.Write(ProductAct.Learn))],
        };
    }

    public Say One(Product product, ProductKnown known) => new($"*{Name(product)}*\n{Price(product)} · {text[product.Available ? "product.available" : "product.sold-out"].Value}\n{product.Description}\n\n{State(product, known)}".Replace("\n\n\n", "\n\n", StringComparison.Ordinal))
    {
        ListButton = text["product.change"],
        Choices =
        [
            product.Available ? new(text["product.out"], ProductTap.Write(ProductAct.Out, product.Id)) : new(text["product.in"], ProductTap.Write(ProductAct.In, product.Id)),
            new(text["product.price"], ProductTap.Write(ProductAct.EditPrice, product.Id)), new(text["product.photo"], ProductTap.Write(ProductAct.EditPhoto, product.Id)),
            new(text["product.name"], ProductTap.Write(ProductAct.EditName, product.Id)), new(text["product.description"], ProductTap.Write(ProductAct.EditDescription, product.Id)),
            new(text["product.delete"], ProductTap.Write(ProductAct.Delete, product.Id)), new(text["product.learn"], ProductTap.Write(ProductAct.Learn)),
        ],
    };

    public Say AskPhoto(bool making) => new(making ? $"{text["step", 1].Value}\n{text["ask.photo"].Value}" : text["ask.photo"]);

    public Say AskName() => new($"{text["step", 2].Value}\n{text["ask.name"].Value}");

    public Say AskPrice() => new($"{text["step", 3].Value}\n{text["ask.price"].Value}");

    public Say AskDescription(Product? product, ProductKnown known, long? price) => new($"{text["step", 4].Value}\n{text["ask.description", product is null ? "" : Suggestion(product, known, price)].Value}")
    {
        Choices = product is null ? [] : [new(text["description.use"], ProductTap.Write(ProductAct.UseSuggested, product.Id))],
    };

    public Say AskAvailable(Guid product) => new($"{text["step", 5].Value}\n{text["ask.available"].Value}")
    {
        Choices = [new(text["available.yes"], ProductTap.Write(ProductAct.In, product)), new(text["available.no"], ProductTap.Write(ProductAct.Out, product))],
    };

    public Say AskShow(string question, Guid product) => new(question)
    {
        Choices = [new(text["show.yes"], ProductTap.Write(ProductAct.ShowYes, product)), new(text["show.no"], ProductTap.Write(ProductAct.ShowNo, product))],
    };

    public Say AskNumber(ProductKnown known) => new(text["ask.number", known.Person?.Phone ?? ""])
    {
        Choices = [new(text["number.yes"], ProductTap.Write(ProductAct.NumberYes)), new(text["number.no"], ProductTap.Write(ProductAct.NumberNo))],
    };

    /// <summary>A description of nothing but what the owner has said: name, business, place.</summary>
    public string Suggestion(Product product, ProductKnown known, long? price = null)
    {
        var place = regions.Get(known.Business?.RegionCode ?? "")?.Regency.Title ?? "";
        return text["suggestion", Name(product), known.Business?.Name ?? "", place, Formats.Rupiah((price ?? product.Price ?? 0) * 100)];
    }

    /// <summary>The product is complete; where it can be seen now, or what is still in the way.</summary>
    public Say Done(ProductKnown known, Guid product, bool shown) => new(shown && known.Shop is { } shop ? text["done.shown", shop.Link(settings.PublicUrl)] : text["done.hidden"])
    {
        Choices = [new(text["product.add"], ProductTap.Write(ProductAct.Add)), new(text["product.learn"], ProductTap.Write(ProductAct.Learn))],
    };

    public Say Changed(Product product) => new(text["changed", Name(product)]) { Choices = [new(text["product.look"], ProductTap.Write(ProductAct.Open, product.Id)), new(text["product.learn"], ProductTap.Write(ProductAct.Learn))] };

    public Say Marked(Product product, bool available) => new(text[available ? "marked.in" : "marked.out", Name(product)]);

    public Say Nothing(ProductAct wish) => new(text[wish == ProductAct.Out ? "nothing.out" : "nothing.in"]);

    public Say Which(IReadOnlyList<Product> products, ProductAct act) => new(text["which"]) { ListButton = text["product.choose"], Choices = [.. products.TakeLast(ListRows).Select(p => Choice(p, act))] };

    public Say SureToDelete(Product product) => new(text["delete.sure", Name(product)])
    {
        Choices = [new(text["delete.yes"], ProductTap.Write(ProductAct.ReallyDelete, product.Id)), new(text["delete.no"], ProductTap.Write(ProductAct.Open, product.Id))],
    };

    public Say Deleted(Product product) => new(text["deleted", Name(product)]) { Choices = [new(text["product.learn"], ProductTap.Write(ProductAct.Learn))] };

    public Say Full() => new(text["product.full", ProductTurn.MostProducts]) { Choices = [new(text["product.learn"], ProductTap.Write(ProductAct.Learn))] };

    private Choice Choice(Product product, ProductAct act) => new(Short(Name(product)), ProductTap.Write(act, product.Id), Price(product));

    private string State(Product product, ProductKnown known) =>
        product.Missing is not (Lacks.Nothing or Lacks.LargerPhoto) ? text["state.lacks", text["lacks." + product.Missing.ToString().Split(',')[0]]]
        : product.State == ProductState.Withdrawn ? text["state.withdrawn", product.Reason ?? ""]
        : known.Shop is not { IsOpen: true } ? text["state.hidden"]
        : product.Missing == Lacks.LargerPhoto ? text["state.lacks", text["lacks.LargerPhoto"]]
        : text[product.State == ProductState.Approved ? "state.approved" : "state.waiting"];

    private string Name(Product product) => product.Name ?? text["product.unnamed"];

    private static string Price(Product product) => product.Price is { } price ? Formats.Rupiah(price * 100) : "–";

    // A row's title has at most 24 characters.
    private static string Short(string name) => name.Length <= 24 ? name : name[..23].TrimEnd() + "…";
}
