namespace Pulih.Market.Products;

/// <summary>What a button about products does.</summary>
internal enum ProductAct
{
    Add, Open, Out, In, EditName, EditPrice, EditPhoto, EditDescription, Delete, ReallyDelete, UseSuggested, ShowYes, ShowNo, NumberYes, NumberNo, Learn,
}

/// <summary>A button by itself: what is to be done and with which product, because it may be tapped late or twice.</summary>
internal sealed record ProductTap(ProductAct Act, Guid Product)
{
    public static string Write(ProductAct act, Guid product = default) => $"{act} {product:N}";

    public static ProductTap? Read(string? payload) =>
        payload?.Split(' ') is [var act, var id] && Enum.TryParse<ProductAct>(act, out var known) && Enum.IsDefined(known) && Guid.TryParseExact(id, "N", out var product) ? new(known, product) : null;
}
