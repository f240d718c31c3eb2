namespace Pulih.Registry.Words;

/// <summary>How single words are written every day and how they are read: "jogja" as "yogyakarta", "di" as nothing.</summary>
internal sealed class Spellings
{
    private const string Drop = "-", Mark = "--";

    public static readonly Spellings None = new([]);

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> readAs;

    private Spellings(Dictionary<string, string> readAs) => this.readAs = readAs.GetAlternateLookup<ReadOnlySpan<char>>();

    public static Spellings From(IEnumerable<string[]> rows) => new(rows.ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal));

    /// <summary>Rewrites the word that ends the buffer; tells whether it stays and whether it marks the next word as noise.</summary>
    public (bool Keep, bool Marker) Settle(Span<char> chars, int start, ref int written)
    {
        if (!readAs.TryGetValue(chars[start..written], out var read))
        {
            return (true, false);
        }

        if (read == Mark)
        {
            return (true, true);
        }

        if (read == Drop || start + read.Length > chars.Length)
        {
            written = start;
            return (false, false);
        }

        read.CopyTo(chars[start..]);
        written = start + read.Length;
        return (true, false);
    }
}
