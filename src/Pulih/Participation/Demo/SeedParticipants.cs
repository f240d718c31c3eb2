using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Demo;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Participation.Demo;

/// <summary>The demo's entry links, and its owners enrolled through them one after another since the programme began.</summary>
internal sealed class SeedParticipants(IReferrals referrals, IConsent consents, IRegions regions) : ISeedDemo
{
    private static readonly (string Code, string Source)[] Links =
        [("FBPAGE1", "halaman-facebook"), ("IG-STORY", "instagram"), ("POSTER-1", "poster"), ("DINAS-1", "mitra"), ("KAMPUS-1", "mitra")];

    public int Order => 25;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var programme = world.Made<ProgrammeInfo>()[0];
        var links = new List<ReferralInfo>();
        for (var i = 0; i < Links.Length; i++)
        {
            var cohort = programme.Cohorts[i % programme.Cohorts.Count];
            links.Add(referrals.Add(db, new(Links[i].Code, programme.Id, cohort.Id, programme.Partners[i % programme.Partners.Count].Id, Links[i].Source)));
        }

        var owners = world.Made<PersonInfo>();
        for (var i = 0; i < owners.Count; i++)
        {
            var came = Came(programme, world, i, owners.Count);
            var first = Enrolled(db, world, owners[i], Destination(programme, links, world, came), came);
            world.Made<EnrolmentInfo>().Add(first);
            Again(db, world, owners[i], first, links.FindAll(l => l.CohortId != first.CohortId && l.PartnerId != first.PartnerId));
        }

        return Task.CompletedTask;
    }

    // One in four comes to a second partner some weeks later, so that the partners' numbers overlap.
    private void Again(PulihDb db, DemoWorld world, PersonInfo owner, EnrolmentInfo first, List<ReferralInfo> others)
    {
        var came = first.EnrolledAt.AddDays(world.Chance.Next(14, 60));
        if (others.Count > 0 && world.Chance.Next(4) == 0 && came < world.Now.AddHours(-6))
        {
            var link = others[world.Chance.Next(others.Count)];
            var cohort = world.Made<ProgrammeInfo>()[0].Cohorts.First(c => c.Id == link.CohortId);
            world.Made<EnrolmentInfo>().Add(new Enrol(regions, new DemoMoment(came)).Into(db, owner, owner.Businesses[0].Id, new(cohort, link.PartnerId, link.Source, link.Code)));
        }
    }

    private EnrolmentInfo Enrolled(PulihDb db, DemoWorld world, PersonInfo owner, Destination destination, DateTime came)
    {
        var asked = consents.Ask(ConsentPurpose.TakePart, "2031");
        consents.Record(db, owner.Id, ConsentPurpose.TakePart, given: true, asked.Version, "whatsapp");
        if (world.Chance.Next(3) == 0)
        {
            consents.Record(db, owner.Id, ConsentPurpose.MonthlySurvey, given: world.Chance.Next(4) > 0, asked.Version, "whatsapp");
        }

        return new Enrol(regions, new DemoMoment(came)).Into(db, owner, owner.Businesses[0].Id, destination);
    }

    private static Destination Destination(ProgrammeInfo programme, List<ReferralInfo> links, DemoWorld world, DateTime came)
    {
        var day = DateOnly.FromDateTime(came);
        var open = programme.Cohorts.Where(c => c.Starts <= day && day <= c.Ends).ToList();
        var cohort = open.Count > 0 ? open[world.Chance.Next(open.Count)] : programme.Cohorts[0];
        var fitting = links.FindAll(l => l.CohortId == cohort.Id);
        if (world.Chance.Next(6) == 0 || fitting.Count == 0)
        {
            return new(cohort, cohort.PartnerId, Registration.RegistrationKnown.Direct, null);
        }

        var link = fitting[world.Chance.Next(fitting.Count)];
        return new(cohort, link.PartnerId, link.Source, link.Code);
    }

    // Evenly from the programme's beginning until a few hours ago, as the registry lets them arrive.
    private static DateTime Came(ProgrammeInfo programme, DemoWorld world, int i, int count)
    {
        var from = programme.Starts.ToDateTime(new(2, 0), DateTimeKind.Utc);
        return from + (world.Now.AddHours(-6) - from) * ((i + 0.5) / count);
    }
}
