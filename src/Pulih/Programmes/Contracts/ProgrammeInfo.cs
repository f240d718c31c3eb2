namespace Pulih.Programmes.Contracts;

/// <summary>A training programme as others see it: its code, as in <c>/programmes/{code}</c>, its period, and who takes part in what.</summary>
public sealed record ProgrammeInfo(
    Guid Id,
    string Code,
    string Name,
    string Organisers,
    DateOnly Starts,
    DateOnly Ends,
    IReadOnlyList<CohortInfo> Cohorts,
    IReadOnlyList<PartnerInfo> Partners)
{
    /// <summary>Codes of the provinces it is for; empty means all of Indonesia.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Every target it ever had, the one that holds now last.</summary>
    public IReadOnlyList<TargetInfo> Targets { get; init; } = [];

    /// <summary>What others say was achieved; never added to what is verified.</summary>
    public IReadOnlyList<ClaimInfo> Claims { get; init; } = [];
}

/// <summary>A group of businesses that learns together: its partner, the codes of its courses, its period.</summary>
public sealed record CohortInfo(Guid Id, string Code, string Name, Guid ProgrammeId, Guid PartnerId, IReadOnlyList<string> Courses, DateOnly Starts, DateOnly Ends);

/// <summary>An organisation that trains, invites or gives a platform: an agency, a company, a university.</summary>
public sealed record PartnerInfo(Guid Id, string Code, string Name)
{
    /// <summary>Sees and brings nothing for now; what it achieved keeps counting.</summary>
    public bool Suspended { get; init; }

    /// <summary>The newest version of the data agreement it agreed to; 0 where it has not.</summary>
    public int Agreed { get; init; }
}

/// <summary>A target as it was set at a moment, and why.</summary>
public sealed record TargetInfo(long Count, DateTime SetAt, string Reason);

/// <summary>A number somebody stated on a day, with where it was stated.</summary>
public sealed record ClaimInfo(long Count, string By, DateOnly On, string Source);
