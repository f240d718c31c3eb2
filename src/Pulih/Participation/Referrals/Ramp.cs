namespace Pulih.Participation.Referrals;

/// <summary>
/// How long invitations take. Meta lets a business begin conversations with so many people in a moving 24 hours, and
/// lets it reach the next step when it has used at least half of the present one within seven days at high quality
/// (WhatsApp, messaging limits: 250, 2,000, 10,000, 100,000, then unlimited). Who writes first does not count.
/// </summary>
internal static class Ramp
{
    /// <summary>People a day; the last step has no limit.</summary>
    public static readonly IReadOnlyList<int> Steps = [250, 2_000, 10_000, 100_000, int.MaxValue];

    /// <summary>How many can be invited on each day until all are.</summary>
    /// <param name="people">Who is to be invited.</param>
    /// <param name="limit">Today's limit, one of <see cref="Steps"/>.</param>
    /// <param name="grows">The limit rises a step after each day it was used by half or more; else it stays.</param>
    public static IReadOnlyList<int> Days(int people, int limit, bool grows)
    {
        var days = new List<int>();
        while (people > 0)
        {
            var today = Math.Min(people, limit);
            days.Add(today);
            people -= today;
            var place = Steps.ToList().IndexOf(limit);
            if (grows && place >= 0 && place < Steps.Count - 1 && today >= limit / 2)
            {
                limit = Steps[place + 1];
            }
        }

        return days;
    }
}
