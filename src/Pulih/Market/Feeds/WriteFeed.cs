using System.Text;
using System.Xml;
using Pulih.Market.Shops;
using Pulih.Platform.Web;

namespace Pulih.Market.Feeds;

/// <summary>Writes items one after another, so that a million of them cost no more memory than one.</summary>
internal static class WriteFeed
{
    private const string Google = "http://base.google.com/ns/1.0";

    /// <summary>Meta's CSV; gives how many items were written.</summary>
    public static async Task<int> Meta(Stream file, IAsyncEnumerable<ShownProduct> items, string publicUrl, CancellationToken cancel)
    {
        var count = 0;
        await using var writer = new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        await writer.WriteAsync("id,title,description,availability,condition,price,link,image_link,brand\n");
        await foreach (var shown in items.WithCancellation(cancel))
        {
            var item = FeedItem.Of(shown, publicUrl);
            string[] cells = [item.Id, item.Title, item.Description, item.Available ? "in stock" : "out of stock", "new", item.MetaPrice, item.Link, item.Image, item.Brand];
            await writer.WriteAsync(string.Join(',', cells.Select(CsvFile.Quoted)) + "\n");
            count++;
        }

        return count;
    }

    /// <summary>Google's RSS 2.0; gives how many items were written.</summary>
    public static async Task<int> Rss(Stream file, FeedScope scope, IAsyncEnumerable<ShownProduct> items, string publicUrl, CancellationToken cancel)
    {
        var count = 0;
        await using var xml = XmlWriter.Create(file, new() { Async = true, Encoding = new UTF8Encoding(false), CloseOutput = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "rss", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        await xml.WriteAttributeStringAsync("xmlns", "g", null, Google);
        await xml.WriteStartElementAsync(null, "channel", null);
        await xml.WriteElementStringAsync(null, "title", null, scope.Title);
        await xml.WriteElementStringAsync(null, "link", null, publicUrl + "/shops");
        await xml.WriteElementStringAsync(null, "description", null, scope.Title);
        await foreach (var shown in items.WithCancellation(cancel))
        {
            var item = FeedItem.Of(shown, publicUrl);
            await xml.WriteStartElementAsync(null, "item", null);
            foreach (var (name, value) in new[]
            {
                ("id", item.Id), ("title", item.Title), ("description", item.Description), ("link", item.Link), ("image_link", item.Image), ("availability", item.Available ? "in_stock" : "out_of_stock"),
                ("price", item.GooglePrice), ("condition", "new"), ("brand", item.Brand), ("identifier_exists", "no"),
            })
            {
                await xml.WriteElementStringAsync("g", name, Google, value);
            }

            await xml.WriteEndElementAsync();
            count++;
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
        return count;
    }
}
