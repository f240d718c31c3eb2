namespace Pulih.Market.Products;

/// <summary>The words that mean products at any point of a conversation.</summary>
internal static class ProductWish
{
    private static readonly string[] List = ["produk", "produk saya", "toko saya", "jualan saya", "my products"];
    private static readonly string[] New = ["jual", "tambah produk", "produk baru", "jual produk", "add product"];
    private static readonly string[] Gone = ["habis", "stok habis", "sold out"];
    private static readonly string[] Back = ["ada lagi", "tersedia", "stok ada", "ready", "ready lagi"];

    /// <summary>What a text wants; null when it is about something else.</summary>
    public static ProductAct? Of(string text)
    {
        var plain = text.Trim().TrimEnd('.', '!').ToLowerInvariant();
        return Has(List) ? ProductAct.Open : Has(New) ? ProductAct.Add : Has(Gone) ? ProductAct.Out : Has(Back) ? ProductAct.In : null;

        bool Has(string[] words) => Array.IndexOf(words, plain) >= 0;
    }
}
