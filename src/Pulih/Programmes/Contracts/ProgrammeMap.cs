using System.Collections.Frozen;

namespace Pulih.Programmes.Contracts;

/// <summary>All programmes, partners and cohorts at one moment; it never changes, so a batch can rely on it.</summary>
public sealed class ProgrammeMap
{
    private readonly FrozenDictionary<string, ProgrammeInfo> byCode;
    private readonly FrozenDictionary<Guid, ProgrammeInfo> byId;
    private readonly FrozenDictionary<Guid, CohortInfo> cohorts;
    private readonly FrozenDictionary<Guid, PartnerInfo> partners;
    private readonly FrozenDictionary<string, PartnerInfo> partnersByCode;

    public ProgrammeMap(IReadOnlyList<ProgrammeInfo> programmes, IReadOnlyList<PartnerInfo> allPartners)
    {
        Programmes = programmes;
        Partners = allPartners;
        byCode = programmes.ToFrozenDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
        byId = programmes.ToFrozenDictionary(p => p.Id);
        cohorts = programmes.SelectMany(p => p.Cohorts).ToFrozenDictionary(c => c.Id);
        partners = allPartners.ToFrozenDictionary(p => p.Id);
        partnersByCode = allPartners.ToFrozenDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ProgrammeInfo> Programmes { get; }

    public IReadOnlyList<PartnerInfo> Partners { get; }

    /// <summary>The version of the data agreement in force; 0 where there is none and nobody is asked.</summary>
    public int Agreement { get; init; }

    public ProgrammeInfo? Find(string code) => byCode.GetValueOrDefault(code);

    public ProgrammeInfo? ById(Guid id) => byId.GetValueOrDefault(id);

    public CohortInfo? Cohort(Guid id) => cohorts.GetValueOrDefault(id);

    public PartnerInfo? Partner(Guid id) => partners.GetValueOrDefault(id);

    public PartnerInfo? Partner(string code) => partnersByCode.GetValueOrDefault(code);
}
