namespace FakeMeta.Sends;

/// <summary>The rate of each business number.</summary>
internal sealed class NumberRates(FakeMetaOptions options)
{
    private readonly Dictionary<string, NumberRate> rates = options.PhoneNumberIds.ToDictionary(n => n, _ => new NumberRate(options.PerSecond));

    public bool TryTake(string phoneNumberId, DateTime now) => rates[phoneNumberId].TryTake(now);

    public void CountIncoming(string phoneNumberId, DateTime now) => rates[phoneNumberId].CountIncoming(now);
}
