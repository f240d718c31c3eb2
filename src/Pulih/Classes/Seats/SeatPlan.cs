using System.Runtime.InteropServices;

namespace Pulih.Classes.Seats;

/// <summary>How many of those who wait are offered a seat now, and of those who ask how many get one; the others wait.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SeatPlan(int Offers, int Seats)
{
    /// <summary>Who waits longer goes first: a newcomer gets a seat only when nobody is left waiting without an offer.</summary>
    /// <param name="capacity">How many seats there are; null for no limit.</param>
    /// <param name="taken">Seats held or on offer.</param>
    /// <param name="waiting">People waiting without an offer.</param>
    /// <param name="asking">People who have just asked.</param>
    public static SeatPlan Of(int? capacity, int taken, int waiting, int asking)
    {
        // A class that was made smaller may have fewer seats than are taken; nobody is sent away for it.
        var free = capacity is { } seats ? Math.Max(0, seats - taken) : int.MaxValue;
        var offers = Math.Min(waiting, free);
        return new(offers, offers < waiting ? 0 : Math.Min(asking, free - offers));
    }
}
