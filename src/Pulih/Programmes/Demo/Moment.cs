namespace Pulih.Programmes.Demo;

/// <summary>A clock that stands at one moment, so that the demo's past is made by the same use cases as the present.</summary>
internal sealed class Moment(DateTime utc) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
}
