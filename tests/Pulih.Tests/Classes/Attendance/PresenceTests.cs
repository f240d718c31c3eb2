using CsCheck;

namespace Pulih.Classes.Attendance;

public sealed class PresenceTests
{
    private static readonly DateTime Starts = new(2026, 11, 28, 16, 30, 0, DateTimeKind.Utc); // 23.30 WIB: the class goes over midnight.
    private static readonly PresenceRule Rule = new(new(Starts, Starts.AddMinutes(60)), 40, 5);

    private static readonly Gen<Sighting> Anything =
        from source in Gen.OneOf(Gen.Const(SightingSource.Report), Gen.Const(SightingSource.Code), Gen.Const(SightingSource.Door))
        from begins in Gen.Int[-40, 80]
        from lasts in Gen.Int[0, 70]
        from slot in Gen.Long
        select See(source, begins, source == SightingSource.Report ? begins + lasts : null, slot);

    [Fact]
    public void A_second_device_and_a_rejoin_add_no_minute() =>
        Of(See(SightingSource.Report, 0, 30), See(SightingSource.Report, 0, 30), See(SightingSource.Report, 10, 45)).ShouldBe(new(true, 45, true, false) { Credited = 45 });

    [Fact]
    public void A_dropped_line_is_forgiven_and_a_longer_absence_is_not()
    {
        Of(See(SightingSource.Report, 0, 20), See(SightingSource.Report, 25, 45)).Minutes.ShouldBe(45);
        Of(See(SightingSource.Report, 0, 20), See(SightingSource.Report, 26, 45)).Minutes.ShouldBe(39);
    }

    [Fact]
    public void Minutes_before_and_after_the_class_do_not_count() => Of(See(SightingSource.Report, -30, 90)).Minutes.ShouldBe(60);

    [Fact]
    public void Between_two_codes_somebody_was_there_and_one_code_proves_no_minute()
    {
        Of(See(SightingSource.Code, 3, null), See(SightingSource.Code, 50, null)).ShouldBe(new(true, 47, true, false) { Credited = 47 });
        Of(See(SightingSource.Code, 3, null)).ShouldBe(new(true, 0, false, false));
    }

    [Fact]
    public void Going_to_the_door_proves_no_presence_even_where_being_seen_is_enough()
    {
        var rule = Rule with { NeededMinutes = 0 };
        Presence.Of(rule, [See(SightingSource.Door, 1, null)], false, null).ShouldBe(new(true, 0, false, false));
        Presence.Of(rule, [See(SightingSource.Code, 1, null)], false, null).Present.ShouldBeTrue();
    }

    [Fact]
    public void What_is_of_another_hour_is_not_of_this_class() => Of(See(SightingSource.Code, 120, null), See(SightingSource.Report, -120, -50)).ShouldBe(Presence.None);

    [Fact]
    public void A_report_that_does_not_know_somebody_whom_a_code_saw_is_a_discrepancy_and_a_decision_ends_it()
    {
        var codes = new[] { See(SightingSource.Code, 3, null), See(SightingSource.Code, 50, null) };
        Presence.Of(Rule, codes, reported: true, null).ShouldBe(new(true, 47, true, true) { Credited = 47 });
        Presence.Of(Rule, codes, reported: true, decision: false).ShouldBe(new(true, 47, false, false));
        Presence.Of(Rule, [See(SightingSource.Hand, 5, null)], reported: false, null).Credited.ShouldBe(60, "a tick knows no minutes");
        Presence.Of(Rule, [], reported: true, decision: true).ShouldBe(new(false, 0, true, false) { Credited = 60 });
        Presence.Of(Rule, [.. codes, See(SightingSource.Report, 0, 58)], reported: true, null).Disagrees.ShouldBeFalse();
    }

    [Fact]
    public void The_order_and_the_repetition_of_what_was_seen_change_nothing() =>
        Gen.Select(Anything.List[0, 8], Gen.Bool).Sample((seen, reported) =>
        {
            var one = Presence.Of(Rule, seen, reported, null);
            Presence.Of(Rule, [.. Enumerable.Reverse(seen)], reported, null).ShouldBe(one);
            Presence.Of(Rule, [.. seen, .. seen], reported, null).ShouldBe(one);
        });

    [Fact]
    public void More_seen_is_never_less_present_and_never_more_than_the_class() =>
        Gen.Select(Anything.List[0, 8], Anything).Sample((seen, more) =>
        {
            var (before, after) = (Presence.Of(Rule, seen, false, null), Presence.Of(Rule, [.. seen, more], false, null));
            after.Minutes.ShouldBeGreaterThanOrEqualTo(before.Minutes);
            after.Minutes.ShouldBeLessThanOrEqualTo(60);
            (before.Present && !after.Present).ShouldBeFalse();
            (before.Seen && !after.Seen).ShouldBeFalse();
        });

    [Fact]
    public void The_same_everywhere_on_the_clock() =>
        Gen.Select(Anything.List[0, 6], Gen.Int[-100_000, 100_000]).Sample((seen, minutes) =>
        {
            var by = TimeSpan.FromMinutes(minutes);
            var moved = seen.ConvertAll(s => new Sighting { Id = s.Id, ClassId = s.ClassId, PersonId = s.PersonId, Source = s.Source, Slot = s.Slot, From = s.From + by, Until = s.Until + by, FactId = s.FactId });
            var rule = Rule with { Held = new(Rule.Held.From + by, Rule.Held.Until + by) };
            Presence.Of(rule, moved, false, null).ShouldBe(Presence.Of(Rule, seen, false, null));
        });

    [Fact]
    public void A_union_covers_the_same_minutes_as_its_parts_and_no_others() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 30]).Select((from, lasts) => new Span(Starts.AddMinutes(from), Starts.AddMinutes(from + lasts))).List[0, 10].Sample(spans =>
        {
            var union = Span.Union(spans);
            for (var minute = 0; minute < 140; minute++)
            {
                var at = Starts.AddMinutes(minute);
                union.Count(s => s.From <= at && at < s.Until).ShouldBe(spans.Any(s => s.From <= at && at < s.Until) ? 1 : 0);
            }
        });

    private static Presence Of(params Sighting[] seen) => Presence.Of(Rule, seen, false, null);

    private static Sighting See(SightingSource source, int from, int? until, long slot = 0) => new()
    {
        Id = Guid.Empty, ClassId = Guid.Empty, PersonId = Guid.Empty, Source = source, Slot = slot, From = Starts.AddMinutes(from), Until = until is { } end ? Starts.AddMinutes(end) : null, FactId = Guid.Empty,
    };
}
