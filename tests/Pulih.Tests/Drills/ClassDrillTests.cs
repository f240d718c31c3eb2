using System.Diagnostics;
using System.Globalization;
using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Chat.Inbox;
using Pulih.Classes;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Drills;

/// <summary>
/// A crowd before one class, with the process killed in the middle: people who ask for a few seats at once, then people
/// who all send the code within a minute. At Meta's own pace of 80 messages a second. The long form is <c>bench/rush</c>.
/// </summary>
[Collection(nameof(KillDrillTests))]
[Trait("kind", "drill")]
public sealed class ClassDrillTests(ITestOutputHelper output)
{
    private static readonly int People = Wish.Of("PULIH_RUSH_PEOPLE", 60);
    private static readonly int Seconds = Wish.Of("PULIH_RUSH_SECONDS", 3);
    private static readonly bool Kills = Wish.Of("PULIH_RUSH_KILLS", 1) > 0;
    private static readonly int Seats = People / 10;

    [Fact]
    public async Task A_crowd_gets_its_seats_and_is_counted_once_though_the_process_is_killed_in_the_middle()
    {
        await using var drill = await Drill.Prepare(perSecond: 80);
        var (session, numbers) = await drill.With(Fill);
        await drill.Product.Start();
        var phones = numbers.Select(n => drill.Meta.Phone(n, "Orang (contoh)")).ToList();

        var asked = await Rush(drill, phones, _ => TimeSpan.Zero, phone => phone.Tap(new Reply($"classes:seat:{session:N}", "Kelas"), "wamid.contoh"));
        await Check(drill, session, db => db.Set<Attendee>().Where(a => a.ClassId == session), (rows, class_) =>
        {
            rows.Count.ShouldBe(People);
            rows.Count(a => a.Seat == Seat.Held).ShouldBe(Seats);
            rows.Count(a => a.Seat == Seat.Waiting).ShouldBe(People - Seats);
            (class_.Taken, class_.Waiting).ShouldBe((Seats, People - Seats));
        });

        var codes = await drill.With(services => Task.FromResult(services.GetRequiredService<ScreenCode>()));
        await drill.With(Start);
        var chance = new Random(1);
        var here = await Rush(drill, phones, _ => TimeSpan.FromSeconds(chance.NextDouble() * Seconds), phone => phone.SendText($"hadir {codes.At(session, TimeProvider.System.GetUtcNow().UtcDateTime)}"));
        await Check(drill, session, db => db.Set<Attendee>().Where(a => a.ClassId == session && a.Seen), (rows, class_) =>
        {
            rows.Count.ShouldBe(People);
            class_.Seen.ShouldBe(People);
        });

        await drill.Product.Kill();
        await using var db = drill.Open();
        (await db.Set<Sighting>().CountAsync(s => s.ClassId == session)).ShouldBe(People);
        var answered = await db.Set<OutboxMessage>().Select(m => m.InReplyTo).Where(id => id != null).ToListAsync();
        answered.Count.ShouldBe(answered.Distinct().Count(), "no message is answered twice");
        (await db.Set<InboxMessage>().CountAsync(m => m.State != InboxState.Done)).ShouldBe(0);
        output.WriteLine($"{People} people, {Seats} seats, {(Kills ? "killed once in each rush" : "no kill")}: none lost, none double.");
        output.WriteLine($"Seats told: {asked}. Codes, over {Seconds} s, answered: {here}.");

        async Task<bool> Start(IServiceProvider services)
        {
            await using var opened = drill.Open();
            var running = await opened.Set<ClassSession>().SingleAsync(c => c.Id == session);
            running.Start(TimeProvider.System);
            return await opened.SaveChangesAsync() > 0;
        }
    }

    private static async Task<string> Rush(Drill drill, IReadOnlyList<Phone> phones, Func<Phone, TimeSpan> after, Func<Phone, Task> does)
    {
        var rushing = Task.WhenAll(phones.Select(async phone =>
        {
            await Task.Delay(after(phone));
            var begun = Stopwatch.GetTimestamp();
            await does(phone);
            await phone.Answer(TimeSpan.FromMinutes(3));
            return Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }));
        var before = drill.Meta.SentCount;
        while (Kills && drill.Meta.SentCount < before + People / 3)
        {
            await Task.Delay(5);
        }

        if (Kills)
        {
            rushing.IsCompleted.ShouldBeFalse("the kill must come in the middle");
            await drill.Product.Kill();
            await drill.Product.Start();
        }

        var times = (await rushing).Order().ToList();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {times[times.Count / 2]:0.00} s, p99 {times[(int)(times.Count * .99)]:0.00} s, last {times[^1]:0.00} s");
    }

    private static async Task Check(Drill drill, Guid session, Func<PulihDb, IQueryable<Attendee>> which, Action<List<Attendee>, ClassSession> holds)
    {
        await drill.Product.Quiet(TimeSpan.FromMinutes(2));
        await using var db = drill.Open();
        holds(await which(db).AsNoTracking().ToListAsync(), await db.Set<ClassSession>().AsNoTracking().SingleAsync(c => c.Id == session));
    }

    private static async Task<(Guid Session, List<string> Numbers)> Fill(IServiceProvider services)
    {
        var clock = TimeProvider.System;
        var now = clock.GetUtcNow().UtcDateTime;
        var programme = (await services.GetRequiredService<IProgrammes>().Map(default)).Programmes[0];
        await using var db = await services.GetRequiredService<IDbContextFactory<PulihDb>>().CreateDbContextAsync();
        var session = ClassSession.Of(programme.Id, null, new(null, "Kelas latihan", "", ClassKind.Meeting, "https://ruang.contoh.invalid/1", now.AddMinutes(-10), now.AddHours(2), "Asia/Jakarta", Seats, 0, 5), clock);
        db.Add(session);
        var numbers = new List<string>();
        for (var i = 0; i < People; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"62814{i:D8}");
            numbers.Add(number);
            EnrolledOwner.Add(services, db, programme.Cohorts[0], number, $"Pemilik{i} Contoh", "35.06.15");
        }

        await using var write = await Write.Begin(db, default);
        await db.SaveBatch(default);
        await write.Commit(default);
        return (session.Id, numbers);
    }
}
