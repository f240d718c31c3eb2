using CsCheck;

namespace Pulih.Insight.OpenData;

/// <summary>Small cells, and whoever subtracts to find them.</summary>
public sealed class DisclosureTests
{
    private static readonly Gen<Dictionary<string, long>> Tables = Gen.Int[0, 60].Array[1, 40].Select(counts => counts.Select((c, i) => (Key: $"{i:D2}", Count: (long)c)).ToDictionary(c => c.Key, c => c.Count, StringComparer.Ordinal));

    [Fact]
    public void Whoever_subtracts_all_that_is_shown_from_the_total_learns_no_small_cell() => Tables.Sample(cells =>
    {
        var shown = Disclosure.Of(cells);
        var hidden = shown.Where(c => c.Value is null).Select(c => c.Key).ToList();
        shown.Where(c => c.Value is not null).ShouldAllBe(c => c.Value == cells[c.Key] && (c.Value == 0 || c.Value >= Disclosure.Least));
        if (hidden.Count > 0 && cells.Values.Sum() >= Disclosure.Least && cells.Values.Count(v => v > 0) > 1)
        {
            // What is left for the attacker is the sum of the hidden ones: too large, and of too many, to be one of them.
            hidden.Count.ShouldBeGreaterThanOrEqualTo(2);
            (cells.Values.Sum() - shown.Values.Sum(v => v ?? 0)).ShouldBeGreaterThanOrEqualTo(Disclosure.Least);
        }
    }, iter: 5_000);

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() =>
        Disclosure.Of(new Dictionary<string, long> { ["31"] = 10, ["32"] = 0, ["33"] = 500 }).Values.ShouldBe([10L, 0L, 500L], ignoreOrder: true);
}
