namespace Linkage.Comparing;

/// <summary>Jaro's similarity of two texts with Winkler's bonus for a common beginning (Winkler, "String Comparator Metrics and Enhanced Decision Rules", 1990).</summary>
public static class JaroWinkler
{
    private const int Longest = 64;
    private const int Beginning = 4;
    private const double Bonus = 0.1;

    /// <summary>Between 0, nothing in common, and 1, the same; texts are compared by their first 64 characters.</summary>
    public static double Similarity(string a, string b)
    {
        var (n, m) = (Math.Min(a.Length, Longest), Math.Min(b.Length, Longest));
        if (n == 0 || m == 0)
        {
            return n == m ? 1 : 0;
        }

        var reach = Math.Max(0, (Math.Max(n, m) / 2) - 1);
        ulong inA = 0, inB = 0;
        var common = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = Math.Max(0, i - reach); j < Math.Min(m, i + reach + 1); j++)
            {
                if ((inB >> j & 1) == 0 && a[i] == b[j])
                {
                    inA |= 1UL << i;
                    inB |= 1UL << j;
                    common++;
                    break;
                }
            }
        }

        if (common == 0)
        {
            return 0;
        }

        var swapped = 0;
        for (int i = 0, j = 0; i < n; i++)
        {
            if ((inA >> i & 1) == 0)
            {
                continue;
            }

            while ((inB >> j & 1) == 0)
            {
                j++;
            }

            swapped += a[i] == b[j++] ? 0 : 1;
        }

        var jaro = (((double)common / n) + ((double)common / m) + ((common - (swapped / 2.0)) / common)) / 3;
        var prefix = 0;
        while (prefix < Math.Min(Beginning, Math.Min(n, m)) && a[prefix] == b[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * Bonus * (1 - jaro));
    }
}
