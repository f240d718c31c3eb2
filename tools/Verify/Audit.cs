using System.Globalization;
using System.Text;
using System.Text.Json;
using NSec.Cryptography;

namespace PulihVerify;

/// <summary>What an audit found.</summary>
public sealed record Finding(bool Holds, string Text);

/// <summary>The whole audit: chain, checkpoints, figures. Written from the description of the export alone.</summary>
public static class Audit
{
    /// <summary>Audits a folder, and a checkpoint that was kept elsewhere where one is given.</summary>
    public static Finding OfFolder(string folder, string? keptElsewhere)
    {
        using var chain = new StreamReader(Path.Combine(folder, "chain.tsv"), Encoding.UTF8);
        return Of(chain, File.ReadAllText(Path.Combine(folder, "checkpoint.json")), File.ReadAllText(Path.Combine(folder, "figures.json")), keptElsewhere is null ? null : File.ReadAllText(keptElsewhere));
    }

    /// <summary>Audits the texts of an export.</summary>
    public static Finding Of(TextReader chain, string checkpoint, string figures, string? keptElsewhere)
    {
        try
        {
            return Checked(chain, checkpoint, figures, keptElsewhere);
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return new(false, $"The export cannot be read: {trouble.Message}");
        }
    }

    private static Finding Checked(TextReader text, string checkpoint, string figures, string? keptElsewhere)
    {
        var points = new[] { keptElsewhere, checkpoint }.OfType<string>().Select(Point.Read).ToList();
        var published = Read(figures);
        var key = points[0].Key; // The one kept elsewhere says whose signature is expected.
        foreach (var point in points)
        {
            if (point.Key != key || !Signed(key, point.Text, point.Signature))
            {
                return new(false, $"The checkpoint at seal {point.Seal} is not signed by the expected key, or was altered");
            }
        }

        var counting = new Figures(published);
        var chain = new Chain(counting);
        foreach (var seal in points.Select(p => p.Seal).Concat(published.Select(f => f.Seal)))
        {
            chain.Wanted[seal] = [];
        }

        if (chain.Read(text) is { } trouble)
        {
            return new(false, trouble);
        }

        foreach (var point in points.Where(p => Convert.ToHexStringLower(chain.Wanted[p.Seal]) != p.Hash))
        {
            return new(false, chain.Seals < point.Seal ? $"Seal {point.Seal} of the checkpoint is missing: the end of the chain was cut off" : $"Seal {point.Seal} is not the one of the checkpoint");
        }

        foreach (var figure in published)
        {
            if (figure.Definition != "1" || !Signed(key, $"pulih figure 1\n{figure.Id}\n{figure.Programme}\n{figure.Definition}\n{figure.Count}\n{figure.Seal}\n{figure.Hash}\n{figure.At}\n", figure.Signature) || Convert.ToHexStringLower(chain.Wanted[figure.Seal]) != figure.Hash)
            {
                return new(false, $"Figure {figure.Id} is not signed by the expected key, was altered, or its seal is gone");
            }
        }

        return counting.Wrong.Count > 0 ? new(false, counting.Wrong[0]) : new(true, $"{chain.Seals} seals hold, {points.Count} checkpoints are signed, {published.Count} figures follow from the facts");
    }

    private static bool Signed(string key, string text, string signature) =>
        Chain.Hex(key, 32) is { } raw && Chain.Hex(signature, 64) is { } bytes
        && PublicKey.TryImport(SignatureAlgorithm.Ed25519, raw, KeyBlobFormat.RawPublicKey, out var known) && SignatureAlgorithm.Ed25519.Verify(known!, Encoding.UTF8.GetBytes(text), bytes);

    private static List<Figure> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(f => new Figure(
            f.GetProperty("id").GetString()!, f.GetProperty("programme").GetGuid().ToString("N"), f.GetProperty("definition").GetString()!, f.GetProperty("count").GetInt64(),
            f.GetProperty("seal").GetInt64(), f.GetProperty("hash").GetString()!, Second(f.GetProperty("publishedAt")), f.GetProperty("signature").GetString()!))];
    }

    private static string Second(JsonElement moment) => moment.GetDateTime().ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private sealed record Point(string Origin, long Seal, string Hash, string At, string Key, string Signature)
    {
        public string Text => $"pulih checkpoint 1\n{Origin}\n{Seal}\n{Hash}\n{At}\n";

        public static Point Read(string json)
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new(root.GetProperty("origin").GetString()!, root.GetProperty("seal").GetInt64(), root.GetProperty("hash").GetString()!, Second(root.GetProperty("at")), root.GetProperty("key").GetString()!, root.GetProperty("signature").GetString()!);
        }
    }
}
