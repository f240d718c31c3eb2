using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Participation.Contracts;

/// <summary>How far a participant has come; it only rises.</summary>
public enum Stage
{
    Registered = 0, Learning = 1, Quiz = 2, Completed = 3,
}

/// <summary>One row of the list everybody asks for: an owner seen through an enrolment.</summary>
public sealed record ParticipantRow(
    Guid EnrolmentId,
    Guid PersonId,
    Guid BusinessId,
    string PersonName,
    string BusinessName,
    string? Phone,
    string SectorKey,
    string RegionCode,
    string ProvinceCode,
    Guid ProgrammeId,
    Guid CohortId,
    Guid PartnerId,
    string Source,
    Stage Stage,
    DateTime EnrolledAt,
    DateOnly LastActive,
    string? Referral = null)
{
    /// <summary>How they came, with the code of the link where there was one.</summary>
    public string Came => Referral is null ? Source : $"{Source} · {Referral}";
}

/// <summary>What the list is narrowed to; null leaves it wide.</summary>
public sealed record ParticipantFilter
{
    public Guid? Programme { get; init; }

    public Guid? Cohort { get; init; }

    public Guid? Partner { get; init; }

    /// <summary>Kemendagri code, two digits.</summary>
    public string? Province { get; init; }

    public Stage? Stage { get; init; }

    public string? Source { get; init; }

    /// <summary>The code of the entry link they came by.</summary>
    public string? Referral { get; init; }

    /// <summary>Only those not heard of on this day or later.</summary>
    public DateOnly? SilentSince { get; init; }

    /// <summary>Beginnings of words of the owner's or business's name, or of the phone number.</summary>
    public string? Search { get; init; }
}

/// <summary>A page of the list, and the key the next one begins after; null at the end.</summary>
public sealed record ParticipantPage(IReadOnlyList<ParticipantRow> Rows, Guid? Next);

/// <summary>The participant list. Every question carries the scope of who asks: a partner's officer sees only its own.</summary>
public interface IParticipants
{
    /// <summary>The newest enrolments first; <paramref name="after"/> is the key the page before gave.</summary>
    Task<ParticipantPage> Page(PulihDb db, ParticipantFilter filter, PartnerScope scope, Guid? after, int take, CancellationToken cancel);

    /// <summary>The page that ends just before a key, in the same order; its <see cref="ParticipantPage.Next"/> is the key of the page before it.</summary>
    Task<ParticipantPage> Before(PulihDb db, ParticipantFilter filter, PartnerScope scope, Guid before, int take, CancellationToken cancel);

    /// <summary>Everything one person takes part in, whoever's it is; the newest first.</summary>
    Task<IReadOnlyList<ParticipantRow>> Of(PulihDb db, Guid personId, CancellationToken cancel);

    /// <summary>The whole filtered list in order, for a sheet, read as it is consumed.</summary>
    IAsyncEnumerable<ParticipantRow> All(PulihDb db, ParticipantFilter filter, PartnerScope scope);

    /// <summary>One participant, or null where there is none or it is another partner's.</summary>
    Task<ParticipantRow?> Find(PulihDb db, Guid enrolmentId, PartnerScope scope, CancellationToken cancel);

    /// <summary>Every source there is, for the choice in the filter.</summary>
    Task<IReadOnlyList<string>> Sources(PulihDb db, PartnerScope scope, CancellationToken cancel);
}
