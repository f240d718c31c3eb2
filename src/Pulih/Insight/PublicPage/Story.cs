using Pulih.Platform.Language;
using Pulih.Platform.Web.Charts;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Contracts;

namespace Pulih.Insight.PublicPage;

/// <summary>What the public page tells of one programme: its figures in the order and the form in which they are shown.</summary>
internal sealed class Story
{
    private const int MonthsShown = 12;

    public Story(ProgrammeInfo programme, VerifiedFigures figures, DateTime now)
    {
        Programme = programme;
        Figures = figures;
        Scale = Scale.For([figures.Total, .. programme.Targets.Select(t => t.Count), .. programme.Claims.Select(c => c.Count)]);
        Months = Window(programme, figures, Formats.MonthInWib(now));
        Provinces = [.. ProvinceTile.All.Select(t => new ProvinceCount(t.Name, figures.ByProvince.GetValueOrDefault(t.Code))).OrderByDescending(p => p.Count)];
        Overlap = PartnerOverlap.Of(programme, figures);
        Partners = [.. programme.Partners.Select(p => new PartnerCount(p.Name, figures.ByPartner.GetValueOrDefault(p.Id))).OrderByDescending(p => p.Count)];
    }

    public ProgrammeInfo Programme { get; }
    public VerifiedFigures Figures { get; }

    /// <summary>One scale for what is verified, targeted and claimed, so that the eye may compare them.</summary>
    public Scale Scale { get; }

    public long Total => Figures.Total;
    public TargetInfo? Target => Programme.Targets.Count > 0 ? Programme.Targets[^1] : null;
    public IReadOnlyList<TargetMark> Marks => [.. Programme.Targets.Select(t => new TargetMark(t.Count, Formats.DayInWib(t.SetAt)))];

    /// <summary>The latest twelve months at most, without gaps.</summary>
    public IReadOnlyList<MonthCount> Months { get; }

    public IReadOnlyList<ProvinceCount> Provinces { get; }
    public IReadOnlyList<PartnerCount> Partners { get; }

    /// <summary>Which partners trained the same businesses; null where none did.</summary>
    public PartnerOverlap? Overlap { get; }

    public int ProvincesReached => Provinces.Count(p => p.Count > 0);
    public MonthCount? BestMonth => Months.MaxBy(m => m.Count) is { Count: > 0 } best ? best : null;

    private static IReadOnlyList<MonthCount> Window(ProgrammeInfo programme, VerifiedFigures figures, DateOnly thisMonth)
    {
        var counts = figures.ByMonth.ToDictionary(m => m.Month, m => m.Count);
        var begin = new DateOnly(programme.Starts.Year, programme.Starts.Month, 1);
        var first = counts.Keys.Append(begin).Min();
        var last = counts.Keys.Append(thisMonth < first ? first : thisMonth).Max();
        var earliest = last.AddMonths(1 - MonthsShown);
        var months = new List<MonthCount>();
        for (var month = first < earliest ? earliest : first; month <= last; month = month.AddMonths(1))
        {
            months.Add(new(month, counts.GetValueOrDefault(month)));
        }

        return months;
    }
}

internal sealed record ProvinceCount(string Name, long Count);

internal sealed record PartnerCount(string Name, long Count);
