using Pulih.Platform.Web.Charts;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Contracts;

namespace Pulih.Insight.PublicPage;

/// <summary>How many businesses each two partners have both trained, as a square of shades; on its diagonal all that a partner has trained.</summary>
internal sealed class PartnerOverlap
{
    // More would not fit on a phone; the smallest partners are left out of the square, not out of the sum.
    private const int MostPartners = 7;
    private const int MostSets = 6;

    private readonly VerifiedFigures figures;

    private PartnerOverlap(IReadOnlyList<PartnerInfo> partners, VerifiedFigures figures)
    {
        (Partners, this.figures) = (partners, figures);
        Shades = Shades.For(Pairs().Max(p => Both(p.A, p.B)));
    }

    /// <summary>The partners of the square, the largest first.</summary>
    public IReadOnlyList<PartnerInfo> Partners { get; }

    /// <summary>Shades by the businesses two partners share.</summary>
    public Shades Shades { get; }

    /// <summary>Businesses trained by two partners or more.</summary>
    public long Businesses => figures.Shared.Sum(s => s.Count);

    /// <summary>What the partners' numbers add up to; the total is less by those counted several times in it.</summary>
    public long AddedUp => figures.ByPartner.Values.Sum();

    /// <summary>The most frequent sets of partners.</summary>
    public IEnumerable<SharedBusinesses> Sets => figures.Shared.Take(MostSets);

    public static PartnerOverlap? Of(ProgrammeInfo programme, VerifiedFigures figures)
    {
        var shared = figures.Shared.SelectMany(s => s.Partners).ToHashSet();
        var partners = programme.Partners.Where(p => shared.Contains(p.Id)).OrderByDescending(p => figures.ByPartner.GetValueOrDefault(p.Id)).Take(MostPartners).ToList();
        return partners.Count < 2 ? null : new(partners, figures);
    }

    /// <summary>Businesses both partners have trained, whoever else did; all of one where they are the same.</summary>
    public long Both(PartnerInfo a, PartnerInfo b) =>
        a == b ? figures.ByPartner.GetValueOrDefault(a.Id) : figures.Shared.Where(s => s.Partners.Contains(a.Id) && s.Partners.Contains(b.Id)).Sum(s => s.Count);

    private IEnumerable<(PartnerInfo A, PartnerInfo B)> Pairs() => Partners.SelectMany((a, i) => Partners.Skip(i + 1).Select(b => (a, b)));
}
