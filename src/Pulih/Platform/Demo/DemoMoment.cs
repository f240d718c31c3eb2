namespace Pulih.Platform.Demo;

/// <summary>A clock that stands at one moment, so that the demo's past is made by the use cases of the present.</summary>
public sealed class DemoMoment(DateTime utc) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
}
