using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Language;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>What is known of one person; deeds keep it true for a second message in the same batch.</summary>
internal sealed class RegistrationKnown(PersonInfo? person, Consents consents, IReadOnlyList<EnrolmentInfo> enrolments, ProgrammeMap programmes, ReferralMap referrals)
{
    public const string Direct = "langsung";

    /// <summary>Null for a stranger.</summary>
    public PersonInfo? Person { get; set; } = person;

    public Consents Consents { get; set; } = consents;

    /// <summary>The one chosen last first.</summary>
    public IReadOnlyList<EnrolmentInfo> Enrolments { get; set; } = enrolments;

    /// <summary>The draft a similar business was looked for last, and what was found.</summary>
    public (Draft Draft, SimilarBusiness? Found)? LookedUp { get; set; }

    public ProgrammeMap Programmes { get; } = programmes;

    /// <summary>Where this person is taken: by the link they came by, else to the newest cohort that is open that day; null when none is.</summary>
    public Destination? Destination(string? referral, DateTime at)
    {
        if (referrals.Find(referral) is { } link && !IsSuspended(link.PartnerId) && Programmes.Cohort(link.CohortId) is { } cohort)
        {
            return new(cohort, link.PartnerId, link.Source, link.Code);
        }

        var day = Formats.DayInWib(at);
        var open = Programmes.Programmes.SelectMany(p => p.Cohorts).Where(c => c.Starts <= day && day <= c.Ends && !IsSuspended(c.PartnerId)).OrderByDescending(c => c.Starts).FirstOrDefault();
        return open is null ? null : new(open, open.PartnerId, Direct, null);
    }

    /// <summary>What takes a business the person has on to its lessons: into the cohort where it is not there yet, else back to it; null where nothing is open to it.</summary>
    public object[]? Enter(Guid business, Destination? wanted) =>
        (Enrolments.FirstOrDefault(e => e.BusinessId == business && (wanted is null || e.CohortId == wanted.Cohort.Id)), wanted) switch
        {
            ({ } enrolled, _) => Enrolments[0].Id == enrolled.Id ? [] : [new ChooseEnrolment(enrolled.Id)],
            (null, { } destination) => [new EnrolBusiness(business, destination)],
            _ => null,
        };

    private bool IsSuspended(Guid partner) => Programmes.Partner(partner)?.Suspended == true;

    /// <summary>All entry links.</summary>
    public IReadOnlyCollection<ReferralInfo> Links => referrals.All;

    public bool Knows(string? referral) => referrals.Find(referral) is not null;
}
