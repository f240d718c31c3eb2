namespace Pulih.Registry.Words;

internal static class EditDistance
{
    /// <summary>Letters added, dropped, changed or swapped between two words, or -1 when more than allowed.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int allowed)
    {
        if (Math.Abs(a.Length - b.Length) > allowed)
        {
            return -1;
        }

        var width = b.Length + 1;
        Span<int> rows = stackalloc int[3 * width];
        Span<int> before = rows[..width], last = rows[width..(2 * width)], row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cell = Math.Min(cell, before[j - 2] + 1);
                }

                row[j] = cell;
                least = Math.Min(least, cell);
            }

            if (least > allowed)
            {
                return -1;
            }

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[^1] <= allowed ? last[^1] : -1;
    }
}
