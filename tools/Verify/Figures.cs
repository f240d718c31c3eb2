using System.Text.Json;

namespace PulihVerify;

/// <summary>
/// Counts published figures again, each up to its own cut-off. Definition 1: the businesses that earned a credit in the
/// programme, where those joined by a merge that was not taken back are one.
/// </summary>
public sealed class Figures(IReadOnlyList<Figure> published)
{
    private readonly Dictionary<string, HashSet<string>> trained = published.Select(f => f.Programme).Distinct(StringComparer.Ordinal).ToDictionary(p => p, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
    private readonly Dictionary<string, (string Gone, string Kept)> merges = new(StringComparer.Ordinal);

    /// <summary>What does not hold, in the order of the seals.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Takes one fact in.</summary>
    public void Hear(string kind, string subject, string content, long seal)
    {
        if (kind is not ("proof.credit-earned" or "registry.merged" or "registry.unmerged"))
        {
            return;
        }

        using var json = JsonDocument.Parse(content);
        string Id(string name) => json.RootElement.GetProperty(name).GetGuid().ToString("N");
        switch (kind)
        {
            case "proof.credit-earned" when trained.TryGetValue(Id("programme"), out var businesses): businesses.Add(subject); break;
            case "registry.merged": merges[Id("merge")] = (Id("gone"), Id("kept")); break;
            case "registry.unmerged": merges.Remove(Id("merge")); break;
        }
    }

    /// <summary>A seal is complete: figures cut off there are compared.</summary>
    public void Sealed(long seal)
    {
        foreach (var figure in published.Where(f => f.Seal == seal))
        {
            var above = new Dictionary<string, string>(StringComparer.Ordinal);
            string Top(string business)
            {
                while (above.TryGetValue(business, out var next))
                {
                    business = next;
                }

                return business;
            }

            foreach (var (gone, kept) in merges.Values)
            {
                var (a, b) = (Top(gone), Top(kept));
                if (a != b)
                {
                    above[a] = b;
                }
            }

            var counted = trained[figure.Programme].Select(Top).Distinct(StringComparer.Ordinal).LongCount();
            if (counted != figure.Count)
            {
                Wrong.Add($"Figure {figure.Id}: {figure.Count} was published and the facts give {counted}");
            }
        }
    }
}

/// <summary>A published figure as it was exported.</summary>
public sealed record Figure(string Id, string Programme, string Definition, long Count, long Seal, string Hash, string At, string Signature);
