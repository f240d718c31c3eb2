using System.Numerics;

namespace Pulih.Registry.Words;

/// <summary>Finds the known words one or two slips of the finger away from a typed one.</summary>
internal sealed class TypoIndex
{
    private const int Longest = 48;

    // By first letter and length: people rarely miss the first letter, and a slip changes the length by one.
    private readonly (uint Letters, string Key)[][] buckets = new (uint, string)[36 * Longest][];

    public TypoIndex(IEnumerable<string> keys)
    {
        foreach (var bucket in keys.Where(k => k.Length is > 3 and < Longest).GroupBy(k => Bucket(k[0], k.Length)))
        {
            buckets[bucket.Key] = [.. bucket.Select(k => (Letters(k), k))];
        }
    }

    /// <summary>How many slips are forgiven in a word: none in a short one, two from eight letters on.</summary>
    public static int Forgiven(int length) => length switch { < 5 => 0, < 8 => 1, _ => 2 };

    /// <summary>Adds the nearest known words to the list and returns their distance, or -1 when none is near enough.</summary>
    public int Nearest(ReadOnlySpan<char> typed, List<string> near)
    {
        near.Clear();
        var best = Forgiven(typed.Length);
        if (best == 0 || typed.Length >= Longest - 2)
        {
            return -1;
        }

        var letters = Letters(typed);
        for (var length = typed.Length - best; length <= typed.Length + best; length++)
        {
            foreach (var (candidateLetters, key) in buckets[Bucket(typed[0], length)] ?? [])
            {
                // One slip changes at most two letters of the set, so most candidates fall here without being compared.
                if (BitOperations.PopCount(letters ^ candidateLetters) > 2 * best || EditDistance.Between(typed, key, best) is not (>= 0 and var distance))
                {
                    continue;
                }

                if (distance < best)
                {
                    near.Clear();
                    best = distance;
                }

                near.Add(key);
            }
        }

        return near.Count == 0 ? -1 : best;
    }

    private static int Bucket(char first, int length) => (char.IsAsciiDigit(first) ? first - '0' + 26 : first - 'a') * Longest + length;

    private static uint Letters(ReadOnlySpan<char> word)
    {
        var set = 0u;
        foreach (var c in word)
        {
            set |= 1u << (char.IsAsciiDigit(c) ? 26 + (c & 3) : c - 'a');
        }

        return set;
    }
}
