namespace Linkage.Clustering;

/// <summary>Disjoint sets with path halving.</summary>
internal sealed class Sets(int count)
{
    private readonly int[] up = [.. Enumerable.Range(0, count)];

    public int Find(int i)
    {
        while (up[i] != i)
        {
            i = up[i] = up[up[i]];
        }

        return i;
    }

    public void Union(int a, int b)
    {
        var (one, other) = (Find(a), Find(b));
        up[Math.Max(one, other)] = Math.Min(one, other);
    }
}
