using Pulih.Platform.Events;

namespace Pulih.Classes;

/// <summary>Somebody asked for a seat of a class or gave one back, or there are more of them.</summary>
internal sealed record SeatsMoved(Guid ClassId) : IEvent
{
    public static string Name => "classes.seats-moved";
}

/// <summary>A source has seen these people in a class; without people everybody's presence is to be counted anew.</summary>
internal sealed record PeopleSeen(Guid ClassId, IReadOnlyList<Guid> People) : IEvent
{
    public static string Name => "classes.people-seen";
}
