using Pulih.Participation.Contracts;
using Pulih.Platform.Demo;
using Pulih.Platform.Storage;
using Pulih.Recovery.Pulse;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Demo;

/// <summary>The demo's news: most owners answered most months, and their businesses come back slowly. Made up, like everything in the demo.</summary>
internal sealed class SeedPulse(IRegions regions) : ISeedDemo
{
    private const int Months = 4;

    public int Order => 45;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var owners = world.Made<PersonInfo>().ToDictionary(o => o.Id);
        var newest = Survey.MonthAt(world.Now);
        foreach (var enrolment in world.Made<EnrolmentInfo>().DistinctBy(e => e.BusinessId))
        {
            var business = owners[enrolment.PersonId].Businesses.First(b => b.Id == enrolment.BusinessId);
            var member = PanelMember.Of(business.Id, enrolment.PersonId, enrolment.ProgrammeId, enrolment.PartnerId, regions.Get(business.RegionCode)!.Province.Code, business.SectorKey, enrolment.EnrolledAt);
            member.Rest(world.Now);
            db.Add(member);
            var level = 1_500_000 + (world.Chance.Next(60) * 100_000L);
            for (var month = newest.AddMonths(1 - Months); month <= newest; month = month.AddMonths(1))
            {
                if (month.AddMonths(1).ToDateTime(TimeOnly.MinValue) > enrolment.EnrolledAt && world.Chance.Next(10) < 7)
                {
                    Report(db, world, member, month, level, newest);
                }
            }
        }

        return Task.CompletedTask;
    }

    private static void Report(PulihDb db, DemoWorld world, PanelMember member, DateOnly month, long level, DateOnly newest)
    {
        var at = month.AddMonths(1).AddDays(3 + world.Chance.Next(6)).ToDateTime(new(3, 0), DateTimeKind.Utc);
        var keep = new KeepAnswers(new DemoMoment(at < world.Now ? at : world.Now.AddHours(-1)));
        var behind = ((newest.Year - month.Year) * 12) + newest.Month - month.Month;
        var band = Math.Clamp(1 - ((behind + 1) / 3) + world.Chance.Next(-2, 3), -Survey.Bands, Survey.Bands);
        var report = keep.Give(db, member, null, month, Question.Status, world.Chance.Next(25) == 0 ? 3 : world.Chance.Next(4) == 0 ? 2 : 1, Door.Chat);
        foreach (var question in Survey.Sequence(report.Status).Skip(1))
        {
            var options = Survey.Options(question, month);
            long? value = question switch
            {
                Question.Sales => world.Chance.Next(6) == 0 ? null : level + (band * level / 20),
                Question.Compared => band,
                Question.Workers => world.Chance.Next(1, 5),
                Question.Online => world.Chance.Next(0, 7),
                _ => options[world.Chance.Next(options.Count)],
            };
            report = keep.Give(db, member, report, month, question, value, world.Chance.Next(12) == 0 ? Door.Enumerator : Door.Chat);
        }
    }
}
