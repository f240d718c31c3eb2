namespace Pulih.Classes.Attendance;

/// <summary>When somebody counts as present.</summary>
/// <param name="Held">The stretch in which being there counts.</param>
/// <param name="NeededMinutes">So many minutes of it; 0 when being seen is enough.</param>
/// <param name="ForgivenMinutes">A gap of up to so many minutes is a dropped line.</param>
internal sealed record PresenceRule(Span Held, int NeededMinutes, int ForgivenMinutes)
{
    /// <summary>People come early and a clock may be some minutes off: so far outside the class a sighting still belongs to it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    public Span Around => new(Held.From - Grace, Held.Until + Grace);
}

/// <summary>
/// What all sources together say of one person in one class. Minutes are the union of the stretches, so a second device
/// or a rejoin adds nothing; between two codes the person was there. Sources that contradict each other are a
/// <see cref="Disagrees">discrepancy</see> for a human, and the person stays present by the source that saw them.
/// </summary>
internal sealed record Presence(bool Seen, int Minutes, bool Present, bool Disagrees)
{
    public static readonly Presence None = new(false, 0, false, false);

    /// <summary>
    /// The minutes that go to the person's credit: those the sources measured, and the whole class where a human says they
    /// were there, because a tick and a paper list know no minutes.
    /// </summary>
    public int Credited { get; init; }

    /// <param name="rule">The class's rule.</param>
    /// <param name="sightings">Everything any source says of the person.</param>
    /// <param name="reported">A provider's report exists for the class, so that not being in it says something.</param>
    /// <param name="decision">What a human decided; it holds.</param>
    public static Presence Of(PresenceRule rule, IReadOnlyCollection<Sighting> sightings, bool reported, bool? decision)
    {
        var near = sightings.Where(s => !new Span(s.From, s.Until ?? s.From.AddTicks(1)).Within(rule.Around).IsEmpty).ToList();
        var byHand = near.Exists(s => s.Source == SightingSource.Hand);
        var minutes = MinutesOf(rule, near);
        var enough = near.Exists(s => s.Source != SightingSource.Door) && minutes >= rule.NeededMinutes;
        var present = byHand || enough;
        var credited = decision == false ? 0 : decision == true || byHand ? Math.Max(minutes, (int)(rule.Held.Until - rule.Held.From).TotalMinutes) : minutes;
        return new(near.Count > 0, minutes, decision ?? present, decision is null && Contradict(rule, near, reported)) { Credited = credited };
    }

    private static int MinutesOf(PresenceRule rule, IReadOnlyCollection<Sighting> sightings)
    {
        var spans = sightings.Where(s => s.Until is not null).Select(s => new Span(s.From, s.Until!.Value)).ToList();
        var codes = sightings.Where(s => s.Source == SightingSource.Code).Select(s => s.From).Order().ToList();
        if (codes.Count > 1)
        {
            spans.Add(new(codes[0], codes[^1]));
        }

        // Joined first and cut after it: a line that dropped over the end of the class is none of its minutes.
        var total = Span.Union(spans, TimeSpan.FromMinutes(rule.ForgivenMinutes)).Select(s => s.Within(rule.Held)).Where(s => !s.IsEmpty).Sum(s => (s.Until - s.From).Ticks);
        return (int)(total / TimeSpan.TicksPerMinute);
    }

    // The report's own verdict against that of people: a hand or a code saw somebody whom the report knows too shortly or not at all.
    private static bool Contradict(PresenceRule rule, List<Sighting> sightings, bool reported)
    {
        var seenByPeople = sightings.Exists(s => s.Source is SightingSource.Hand or SightingSource.Code);
        return reported && seenByPeople && MinutesOf(rule, sightings.FindAll(s => s.Source == SightingSource.Report)) < Math.Max(1, rule.NeededMinutes);
    }
}
