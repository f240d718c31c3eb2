using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Published;

/// <summary>
/// Counts a programme's trained businesses from the sealed facts alone: every business a credit of the programme was
/// earned by, where businesses joined by a merge that was not taken back are one.
/// </summary>
internal static class CountFromFacts
{
    /// <summary>Raise it when what is counted changes; older figures keep the version they were counted by.</summary>
    public const string Definition = "1";

    private const string Earned = "proof.credit-earned";
    private const string Merged = "registry.merged";
    private const string Unmerged = "registry.unmerged";

    /// <summary>The count over the facts of all seals up to this one.</summary>
    public static async Task<long> Of(PulihDb db, Guid programme, long seal, CancellationToken cancel)
    {
        var trained = new HashSet<Guid>();
        var merges = new Dictionary<Guid, (Guid Gone, Guid Kept)>();
        var facts = db.Set<Fact>().AsNoTracking().Where(f => f.Seal <= seal && (f.Kind == Earned || f.Kind == Merged || f.Kind == Unmerged) && f.Content != null).OrderBy(f => f.Seal).ThenBy(f => f.Id);
        await foreach (var fact in facts.Select(f => new { f.Kind, f.Subject, f.Content }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            using var content = JsonDocument.Parse(fact.Content!);
            if (fact.Kind == Earned)
            {
                if (content.RootElement.GetProperty("programme").GetGuid() == programme)
                {
                    trained.Add(fact.Subject);
                }
            }
            else if (fact.Kind == Merged)
            {
                merges[content.RootElement.GetProperty("merge").GetGuid()] = (content.RootElement.GetProperty("gone").GetGuid(), content.RootElement.GetProperty("kept").GetGuid());
            }
            else
            {
                merges.Remove(content.RootElement.GetProperty("merge").GetGuid());
            }
        }

        var root = new Dictionary<Guid, Guid>();
        foreach (var (gone, kept) in merges.Values)
        {
            root[Find(gone)] = Find(kept);
        }

        return trained.Select(Find).Distinct().LongCount();

        Guid Find(Guid business)
        {
            while (root.TryGetValue(business, out var above) && above != business)
            {
                business = above;
            }

            return business;
        }
    }
}
