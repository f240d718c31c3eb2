using CsCheck;

namespace Pulih.Recovery.Index;

/// <summary>The index's own arithmetic, by hand-made and generated months.</summary>
public sealed class MeasureTests
{
    private static readonly Gen<Observation[]> Month = Gen.Select(Gen.Int[0, 3], Gen.Double[0, 3], Gen.Int[-4, 4], Gen.Int[0, 4]).Select(t => new Observation($"{31 + t.Item1}", "kuliner", Guid.Empty, t.Item4 > 0, true, t.Item4 > 1 ? t.Item2 : null, t.Item4 > 0 ? t.Item3 : null)).Array[40, 300];

    [Fact]
    public void A_month_by_hand_gives_the_figures_of_the_definition()
    {
        // 40 answers: 10 closed, 10 at half, 20 at full; 40 more are silent, all in the same province.
        var month = Many(10, 0, -4).Concat(Many(10, .5, -3)).Concat(Many(20, 1, 0)).Concat(Enumerable.Repeat(new Observation("35", "jasa", Guid.Empty, false, false, null, null), 40)).ToList();
        var measure = Measure.Of(month, Measure.Winsor(month));
        (measure.Enrolled, measure.Answered, measure.Measured).ShouldBe((80, 40, 40));
        measure.Median!.Value.ShouldBe(.75, 1e-12);
        measure.Recovered!.Value.ShouldBe(.5, 1e-12);
        measure.Recovered.Low.ShouldBe(.3520, 5e-5); // R: prop.test(20, 40, correct = FALSE)$conf.int
        measure.Recovered.High.ShouldBe(.6480, 5e-5);
        measure.Bounds.ShouldBe((.25, .75));
        measure.Weighted!.Value.ShouldBe(.5, 1e-12);
        measure.Balance!.Value.ShouldBe(-.5, 1e-12);
    }

    [Fact]
    public void Silence_of_one_province_is_weighted_away()
    {
        // In 35 everybody answers and nobody has recovered; in 36, as large, one in ten answers and all have.
        var month = Many(100, .5, -3, "35").Concat(Many(10, 1, 0, "36")).Concat(Enumerable.Repeat(new Observation("36", "jasa", Guid.Empty, false, false, null, null), 90)).ToList();
        var measure = Measure.Of(month, Measure.Winsor(month));
        measure.Recovered!.Value.ShouldBe(10 / 110.0, 1e-12);
        measure.Weighted!.Value.ShouldBe(.5, 1e-12);
        measure.Bounds!.Value.Best.ShouldBe(.5, 1e-12);
    }

    [Fact]
    public void Whatever_the_answers_the_figures_stand_in_their_order_and_few_answers_give_none() => Month.Sample(month =>
    {
        var measure = Measure.Of(month, Measure.Winsor(month));
        if (month.Count(o => o.Ratio is not null) < Definition.Fewest)
        {
            (measure.Median, measure.Recovered, measure.Mean, measure.Bounds).ShouldBe((null, null, null, null));
            return;
        }

        measure.Median!.Low.ShouldBeLessThanOrEqualTo(measure.Median.Value);
        measure.Median.High.ShouldBeGreaterThanOrEqualTo(measure.Median.Value);
        measure.Bounds!.Value.Worst.ShouldBeLessThanOrEqualTo(measure.Recovered!.Value + 1e-12);
        measure.Bounds.Value.Best.ShouldBeGreaterThanOrEqualTo(measure.Recovered.Value - 1e-12);
        measure.Weighted!.Value.ShouldBeInRange(0, 1);
        measure.WinsorisedMean!.Value.ShouldBeInRange(Measure.Winsor(month).Low, Measure.Winsor(month).High);
    });

    [Fact]
    public void The_interval_of_the_median_holds_the_truth_in_nineteen_of_twenty_months()
    {
        // Half of the uniform distribution lies below a half.
        var chance = new Random(7);
        var held = Enumerable.Range(0, 2_000).Count(_ =>
        {
            var median = Measure.MedianOf([.. Enumerable.Range(0, 101).Select(_ => chance.NextDouble()).Order()]);
            return median.Low <= .5 && .5 <= median.High;
        });
        (held / 2_000.0).ShouldBeInRange(.94, .98);
    }

    private static IEnumerable<Observation> Many(int n, double ratio, int compared, string province = "35") =>
        Enumerable.Repeat(new Observation(province, "jasa", Guid.Empty, true, ratio > 0, ratio, compared), n);
}
