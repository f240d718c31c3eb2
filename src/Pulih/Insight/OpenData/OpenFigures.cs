using System.Globalization;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Contracts;

namespace Pulih.Insight.OpenData;

/// <summary>One number of the open data; null where it is hidden because it is small.</summary>
internal sealed record OpenFigure(string Measure, string Cut, string Key, string Name, long? Count);

/// <summary>A programme's figures as open data: verified, target and claims apart, small cells hidden, with what each means.</summary>
internal sealed class OpenFigures(ProgrammeInfo programme, VerifiedFigures figures, Func<string, string> provinceName)
{
    /// <summary>Raise it when a name or a meaning below changes.</summary>
    public const string Version = "1";

    private static readonly IReadOnlyDictionary<string, string> Definitions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["verified"] = "businesses that completed a course of the programme with evidence; each counts once, whoever trained it",
        ["verified/partner"] = "the same for each partner; a business trained by several partners counts once for each, so these may add up to more than the total",
        ["verified/month"] = "by the month of completion in western Indonesia (WIB)",
        ["verified/province"] = "by the two digits of the Kemendagri code of the business's province",
        ["target"] = "what the programme set out to reach; the newest is the one in force",
        ["claimed"] = "numbers stated by others with their source; never part of the verified count",
        ["hidden"] = "counts from 1 to 9 are hidden (null), and further ones so that they cannot be had by subtraction",
    };

    public IEnumerable<OpenFigure> Rows =>
    [
        new("verified", "total", "", "", figures.Total),
        .. Cut("month", figures.ByMonth.ToDictionary(m => m.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), m => m.Count, StringComparer.Ordinal), k => k),
        .. Cut("province", figures.ByProvince.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), provinceName),
        .. Cut("partner", figures.ByPartner.ToDictionary(p => CodeOf(p.Key), p => p.Value, StringComparer.Ordinal), NameOf),
        .. Cut("sex", new Dictionary<string, long>(StringComparer.Ordinal) { ["woman"] = figures.Women, ["other"] = figures.Total - figures.Women }, k => k),
        .. programme.Targets.Select(t => new OpenFigure("target", "set", t.SetAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), t.Reason, t.Count)),
        .. programme.Claims.Select(c => new OpenFigure("claimed", "stated", c.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"{c.By}: {c.Source}", c.Count)),
    ];

    /// <summary>As JSON; <c>asOf</c> is when the last business in it was counted.</summary>
    public object Document => new
    {
        programme = programme.Code,
        name = programme.Name,
        organisers = programme.Organisers,
        version = Version,
        asOf = figures.AsOf,
        definitions = Definitions,
        leastShown = Disclosure.Least,
        verified = figures.Total,
        target = programme.Targets.Count > 0 ? programme.Targets[^1].Count : (long?)null,
        figures = Rows.Select(r => new { measure = r.Measure, cut = r.Cut, key = r.Key, name = r.Name, count = r.Count }),
    };

    private static IEnumerable<OpenFigure> Cut(string cut, IReadOnlyDictionary<string, long> cells, Func<string, string> name) =>
        Disclosure.Of(cells).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new OpenFigure("verified", cut, c.Key, name(c.Key), c.Value));

    private string CodeOf(Guid partner) => programme.Partners.FirstOrDefault(p => p.Id == partner)?.Code ?? partner.ToString("N");

    private string NameOf(string code) => programme.Partners.FirstOrDefault(p => p.Code == code)?.Name ?? "";
}
