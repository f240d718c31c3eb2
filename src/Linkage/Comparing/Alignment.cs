using System.Runtime.InteropServices;
using Linkage.Standardising;

namespace Linkage.Comparing;

/// <summary>How the parts of two names lie against each other: how many are the same, nearly the same, an initial or a short form, and how many contradict.</summary>
/// <param name="Same">Parts with the same sound.</param>
/// <param name="Close">Parts a slip of the keyboard apart.</param>
/// <param name="Initials">Parts of which one list has only the first letter.</param>
/// <param name="Short">Parts of which one list has a piece of at least three letters.</param>
/// <param name="Extra">Parts that only one of the names has.</param>
/// <param name="Conflicts">Parts on both sides that fit nothing on the other.</param>
/// <param name="Bits">The rarity of what agrees, in bits.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Alignment(int Same, int Close, int Initials, int Short, int Extra, int Conflicts, float Bits)
{
    private const int Most = 6;

    /// <summary>Lays the parts against each other, the best fits first, whatever their order.</summary>
    public static Alignment Of(ReadOnlySpan<Part> a, ReadOnlySpan<Part> b, Frequencies frequencies)
    {
        var (n, m) = (Math.Min(a.Length, Most), Math.Min(b.Length, Most));
        var (left, right) = ((1 << n) - 1, (1 << m) - 1);
        Span<int> fits = stackalloc int[5];
        float bits = 0;
        for (var grade = 1; grade <= 4 && left != 0 && right != 0; grade++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < m && (left >> i & 1) != 0; j++)
                {
                    if ((right >> j & 1) != 0 && Fits(a[i], b[j], grade))
                    {
                        left &= ~(1 << i);
                        right &= ~(1 << j);
                        fits[grade]++;
                        bits += grade switch
                        {
                            1 => frequencies.Bits(a[i].Key),
                            2 => Math.Max(frequencies.Bits(a[i].Key), frequencies.Bits(b[j].Key)) * 0.8f,
                            4 => 4,
                            _ => 3,
                        };
                    }
                }
            }
        }

        var (onlyA, onlyB) = (int.PopCount(left), int.PopCount(right));
        return new(fits[1], fits[2], fits[3], fits[4], Math.Abs(onlyA - onlyB), Math.Min(onlyA, onlyB), bits);
    }

    private static bool Fits(Part a, Part b, int grade) => grade switch
    {
        1 => !a.IsInitial && a.Key == b.Key,
        2 => !a.IsInitial && !b.IsInitial && Spelling.Slip(a.Text, b.Text),
        3 => (a.IsInitial || b.IsInitial) && a.Text[0] == b.Text[0],
        _ => !a.IsInitial && !b.IsInitial && IsShort(a.Text, b.Text),
    };

    /// <summary>"Sup" for Suparta, "Fril" for Syafril, "Geng" for Sugeng: the piece people call somebody by.</summary>
    public static bool IsShort(string a, string b) =>
        Math.Min(a.Length, b.Length) >= 3 && a.Length != b.Length
        && (a.Length < b.Length ? b.StartsWith(a, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal) : a.StartsWith(b, StringComparison.Ordinal) || a.EndsWith(b, StringComparison.Ordinal));
}
