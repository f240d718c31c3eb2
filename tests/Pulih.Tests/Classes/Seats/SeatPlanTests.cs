using CsCheck;

namespace Pulih.Classes.Seats;

public sealed class SeatPlanTests
{
    [Fact]
    public void There_are_never_more_seats_given_than_there_are_and_none_stays_free_while_somebody_wants_it() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 60], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((capacity, taken, waiting, asking) =>
        {
            var plan = SeatPlan.Of(capacity, taken, waiting, asking);
            var free = Math.Max(0, capacity - taken);
            (plan.Offers + plan.Seats).ShouldBe(Math.Min(free, waiting + asking));
            plan.Offers.ShouldBeInRange(0, waiting);
            plan.Seats.ShouldBeInRange(0, asking);
        });

    [Fact]
    public void A_newcomer_never_passes_somebody_who_waits() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 60], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((capacity, taken, waiting, asking) =>
        {
            var plan = SeatPlan.Of(capacity, taken, waiting, asking);
            (plan.Seats > 0 && plan.Offers < waiting).ShouldBeFalse();
        });

    [Fact]
    public void Without_a_limit_everybody_gets_a_seat() => SeatPlan.Of(null, 100_000, 3, 500).ShouldBe(new(3, 500));
}
