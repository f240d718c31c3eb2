using Pulih.Participation.Contracts;
using Pulih.Participation.Participants;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Enrolments;

/// <summary>Where somebody who comes now is taken: the cohort, the partner who brings them, and how they came.</summary>
internal sealed record Destination(CohortInfo Cohort, Guid PartnerId, string Source, string? ReferralCode);

/// <summary>Takes a business and its owner into a cohort.</summary>
internal sealed class Enrol(IRegions regions, TimeProvider clock)
{
    /// <summary>Adds the enrolment with its list row, fact and event. The caller has made sure that there is none yet; the index refuses a second.</summary>
    public EnrolmentInfo Into(PulihDb db, PersonInfo owner, Guid businessId, Destination destination)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var cohort = destination.Cohort;
        var business = owner.Businesses.First(b => b.Id == businessId);
        var enrolment = new Enrolment
        {
            Id = Ids.Next(clock), PersonId = owner.Id, BusinessId = businessId, ProgrammeId = cohort.ProgrammeId, CohortId = cohort.Id,
            PartnerId = destination.PartnerId, CourseCode = cohort.Courses.Count > 0 ? cohort.Courses[0] : "", Source = destination.Source,
            ReferralCode = destination.ReferralCode, EnrolledAt = now, ChosenAt = now, Version = 1,
        };
        db.Add(enrolment);
        List(db, enrolment, owner, business, now);
        db.Attest("participation.enrolled", owner.Id, Content(enrolment, business), clock);
        db.Raise(new Enrolled(enrolment.Id, owner.Id, businessId, cohort.ProgrammeId, cohort.Id, destination.PartnerId, destination.Source), clock);
        return LoadEnrolments.Info(enrolment);
    }

    private void List(PulihDb db, Enrolment enrolment, PersonInfo owner, BusinessInfo business, DateTime now)
    {
        var participant = new Participant
        {
            EnrolmentId = enrolment.Id, PersonId = owner.Id, BusinessId = business.Id, ProgrammeId = enrolment.ProgrammeId, CohortId = enrolment.CohortId,
            PartnerId = enrolment.PartnerId, Source = enrolment.Source, ReferralCode = enrolment.ReferralCode, PersonName = owner.Name, BusinessName = business.Name, Phone = owner.Phone,
            SectorKey = business.SectorKey, RegionCode = business.RegionCode, ProvinceCode = Province(business), Stage = Stage.Registered, EnrolledAt = now,
            LastActive = Formats.DayInWib(now),
        };
        db.Add(participant);
        SearchWords.Add(db, participant);
    }

    // Coarse fields only: they stay true for old figures when the person is erased.
    private object Content(Enrolment e, BusinessInfo business) => new
    {
        enrolment = e.Id, business = e.BusinessId, programme = e.ProgrammeId, cohort = e.CohortId, partner = e.PartnerId, source = e.Source,
        province = Province(business), sector = business.SectorKey,
    };

    private string Province(BusinessInfo business) => regions.Get(business.RegionCode)?.Province.Code ?? "";
}
