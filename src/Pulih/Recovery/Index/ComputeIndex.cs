using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Storage;
using Pulih.Recovery.Pulse;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Index;

/// <summary>Computes a month's index from raw answers: the panel as it was, one business however many records, one wording.</summary>
internal sealed class ComputeIndex(IBusinesses businesses)
{
    // Groups are asked for in portions: a database takes only so many parameters.
    private const int Portion = 10_000;

    /// <summary>The cells of a month; none where nobody was enrolled.</summary>
    public async Task<IReadOnlyList<IndexCell>> Of(PulihDb db, DateOnly month, CancellationToken cancel)
    {
        var until = month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-7); // The month ends at midnight in Jakarta.
        var panel = await db.Set<PanelMember>().AsNoTracking().Where(m => m.EnrolledAt < until).OrderBy(m => m.EnrolledAt).ThenBy(m => m.BusinessId).ToListAsync(cancel);
        var now = await Reports(db, month, cancel);
        var before = await Reports(db, month.AddYears(-1), cancel);
        var wording = now.Values.Select(r => r.Wording).Order(StringComparer.Ordinal).LastOrDefault() ?? Survey.Version;
        var kept = await Kept(db, panel, cancel);
        var observations = panel.GroupBy(m => kept[m.BusinessId]).Select(group => Observe(group.First(), [.. group.Select(m => m.BusinessId)], now, before, wording)).ToList();
        var winsor = Measure.Winsor(observations);
        return
        [
            .. observations.Count == 0 ? [] : new[] { Cell(Cut.All, "", observations) },
            .. observations.GroupBy(o => o.Province).Select(g => Cell(Cut.Province, g.Key, [.. g])),
            .. observations.GroupBy(o => o.Sector).Select(g => Cell(Cut.Sector, g.Key, [.. g])),
            .. observations.GroupBy(o => o.Programme).Select(g => Cell(Cut.Programme, g.Key.ToString("N"), [.. g])),
        ];

        IndexCell Cell(Cut cut, string key, IReadOnlyCollection<Observation> group) => IndexCell.Of(month, cut, key, wording, Measure.Of(group, winsor));
    }

    /// <summary>The reports of a month, made from the answers alone.</summary>
    public static async Task<Dictionary<Guid, Report>> Reports(PulihDb db, DateOnly month, CancellationToken cancel)
    {
        var reports = new Dictionary<Guid, Report>();
        await foreach (var answer in db.Set<GivenAnswer>().AsNoTracking().Where(a => a.Month == month).OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!reports.TryGetValue(answer.BusinessId, out var report))
            {
                reports[answer.BusinessId] = report = Report.Of(answer.BusinessId, month);
            }

            report.Take(answer);
        }

        return reports;
    }

    private async Task<Dictionary<Guid, Guid>> Kept(PulihDb db, List<PanelMember> panel, CancellationToken cancel)
    {
        var kept = new Dictionary<Guid, Guid>();
        foreach (var portion in panel.Chunk(Portion))
        {
            foreach (var (id, group) in await businesses.Groups(db, [.. portion.Select(m => m.BusinessId)], cancel))
            {
                kept[id] = group[0];
            }
        }

        return kept;
    }

    private static Observation Observe(PanelMember first, List<Guid> records, Dictionary<Guid, Report> now, Dictionary<Guid, Report> before, string wording)
    {
        var report = Latest(records, now, wording);
        var closed = report?.Status is OperatingStatus.Closed or OperatingStatus.Ended;
        return new(first.Province, first.Sector, first.ProgrammeId, report is not null, report is not null && !closed, closed ? 0 : Ratio(report, Latest(records, before, wording)), report?.Compared);
    }

    // Of several records of one business the one answered last speaks.
    private static Report? Latest(List<Guid> records, Dictionary<Guid, Report> reports, string wording) =>
        records.Select(reports.GetValueOrDefault).Where(r => r?.Wording == wording).MaxBy(r => r!.At);

    private static double? Ratio(Report? now, Report? before) =>
        now?.Sales is { } sales && before is { Sales: > 0 and var then } ? (double)sales / then
        : now?.Compared is { } band ? Definition.OfBand(band)
        : null;
}
