using Microsoft.Extensions.Time.Testing;

namespace Pulih.Sending.Senders;

public sealed class PairPacerTests
{
    [Fact]
    public void Forty_five_may_be_borrowed_and_then_one_goes_every_six_seconds()
    {
        var clock = new FakeTimeProvider();
        var pairs = new PairPacer(clock);
        Sent(pairs).ShouldBe(45);
        clock.Advance(TimeSpan.FromSeconds(5.9));
        Sent(pairs).ShouldBe(0);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Sent(pairs).ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(10));
        Sent(pairs).ShouldBe(45, "all is paid back");
    }

    [Fact]
    public void One_persons_debt_is_nobody_elses()
    {
        var pairs = new PairPacer(new FakeTimeProvider());
        Sent(pairs);
        pairs.MayGo("another").ShouldBeTrue();
    }

    private static int Sent(PairPacer pairs)
    {
        var sent = 0;
        while (pairs.MayGo("siti"))
        {
            pairs.Went("siti");
            sent++;
        }

        return sent;
    }
}
