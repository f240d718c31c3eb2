using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pulih.Classes.Attendance;
using Pulih.Platform.Accounts;

namespace Pulih.Classes.Sessions;

/// <summary>A class of many, its report and its page. How long they take is printed; <c>bench/rush</c> runs it with 10,000.</summary>
[Trait("kind", "drill")]
public sealed class ManyPeopleTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Pages = 40;
    private static readonly int People = Drills.Wish.Of("PULIH_REPORT_PEOPLE", 250);
    private readonly ClassWorld world = new();

    public ValueTask InitializeAsync() => world.InitializeAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_report_of_a_whole_class_finds_everybody_and_the_class_is_shown_page_by_page()
    {
        var session = await world.Class("Kelas besar", starts: ClassWorld.Now.AddHours(-2), needed: 30);
        var owners = await world.Owners(People);
        await world.Seat(session, owners);
        var names = await world.App.With(db => db.Set<Registry.People.Person>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Phone));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
        string At(int minutes) => TimeZoneInfo.ConvertTimeFromUtc(session.StartsAt.AddMinutes(minutes), zone).ToString("MM/dd/yyyy hh:mm:ss tt", CultureInfo.InvariantCulture);
        var csv = new StringBuilder("Name (Original Name),Phone,Join Time,Leave Time\n");
        for (var i = 0; i < owners.Count; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Tamu {i},{names[owners[i].PersonId]},{At(i % 5)},{At(40 + i % 15)}\n");
        }

        using var trainer = await world.App.SignedIn(Roles.Trainer);
        var address = $"{ClassesPage.Address}/{session.Id}/report";
        var begun = Stopwatch.GetTimestamp();
        using var answer = await trainer.Upload(address, address, "file", Encoding.UTF8.GetBytes(csv.ToString()), "laporan.csv", ("zone", "Asia/Jakarta"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var matched = Stopwatch.GetElapsedTime(begun);
        await world.App.Quiet(TimeSpan.FromMinutes(2));
        var counted = Stopwatch.GetElapsedTime(begun);
        (await world.Reload(session)).ShouldSatisfyAllConditions(s => s.Seen.ShouldBe(People), s => s.Present.ShouldBe(People));
        (await world.App.With(db => db.Set<ReportRow>().CountAsync(r => r.ClassId == session.Id && r.Matched != null))).ShouldBe(People);
        await world.CountsAreTrue(session);

        var times = new List<double>();
        var (seen, next) = (0, $"{ClassesPage.Address}/{session.Id}");
        for (var page = 0; page < Pages && next.Length > 0; page++)
        {
            begun = Stopwatch.GetTimestamp();
            var html = await trainer.GetStringAsync(next);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            seen += html.Split("name=\"attendee\"").Length - 1;
            next = html.Split("rel=\"next\" href=\"") is [_, var rest] ? WebUtility.HtmlDecode(rest[..rest.IndexOf('"')]) : "";
        }

        seen.ShouldBe(Math.Min(People, Pages * ClassPage.PageSize), "each person on one page");
        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{People} rows: matched and kept after {matched.TotalSeconds:0.0} s, counted after {counted.TotalSeconds:0.0} s; {times.Count} pages of the class, p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * .95)]:0} ms."));
    }
}
