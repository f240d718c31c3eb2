using CsCheck;

namespace Linkage.Clustering;

public sealed class ClustererTests
{
    [Fact]
    public void One_pair_that_looks_alike_does_not_glue_two_groups_that_contradict()
    {
        // 0-1 and 2-3 are pairs; 1-2 look alike, all other pairs across contradict.
        Edge[] edges = [new(0, 1, 8), new(2, 3, 8), new(1, 2, 6)];
        Clusterer.Join(4, edges, (_, _) => -6, threshold: 0).ShouldBe([0, 0, 2, 2]);
    }

    [Fact]
    public void A_third_row_can_bring_two_together() =>
        Clusterer.Join(3, [new(0, 1, 9), new(1, 2, 9)], (_, _) => -2, threshold: 0).ShouldBe([0, 0, 0]);

    [Fact]
    public void A_row_that_says_little_does_not_bridge_two_that_contradict()
    {
        // 1 fits both 0 and 2, but only because it says nothing; 0 and 2 say that they are two.
        Edge[] edges = [new(0, 1, 4), new(1, 2, 4)];
        Clusterer.Join(3, edges, (_, _) => -6, threshold: -1.5).ShouldBe([0, 0, 0]);
        Clusterer.Join(3, edges, (_, _) => -6, threshold: -1.5, tells: (a, b) => a == 1 || b == 1 ? 0.25f : 1).ShouldBe([0, 0, 2]);
    }

    [Fact]
    public void What_is_forbidden_stays_apart_even_through_others()
    {
        Edge[] edges = [new(0, 1, 12), new(1, 2, 12), new(0, 2, 12)];
        Clusterer.Join(3, edges, (_, _) => 12, threshold: 0, forbidden: (a, b) => a == 0 && b == 2)[0].ShouldNotBe(
            Clusterer.Join(3, edges, (_, _) => 12, threshold: 0, forbidden: (a, b) => a == 0 && b == 2)[2]);
    }

    [Fact]
    public void Clusters_hold_no_forbidden_pair_and_are_named_by_their_first_row() =>
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11], Gen.Float[-4, 12]).Array[0, 40].Select(Gen.Int[2, 5]).Sample((pairs, modulus) =>
        {
            var edges = pairs.Where(p => p.Item1 != p.Item2).Select(p => new Edge(Math.Min(p.Item1, p.Item2), Math.Max(p.Item1, p.Item2), p.Item3)).DistinctBy(e => (e.A, e.B)).ToArray();
            bool Forbidden(int a, int b) => (a + b) % modulus == 0;
            var clusters = Clusterer.Join(12, edges, (_, _) => -8, threshold: 0, forbidden: Forbidden);
            return Enumerable.Range(0, 12).All(i => clusters[clusters[i]] == clusters[i] && clusters[i] <= i)
                && Enumerable.Range(0, 12).All(i => Enumerable.Range(0, i).All(j => clusters[i] != clusters[j] || !Forbidden(j, i)));
        });
}
