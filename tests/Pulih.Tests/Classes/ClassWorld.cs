using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Classes.Attendance;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Participation.Contracts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Programmes;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Partners;

namespace Pulih.Classes;

/// <summary>The product with one open cohort; each test schedules classes and enrols owners of its own.</summary>
public sealed class ClassWorld : IAsyncLifetime
{
    private int numbers = 24_170_000; // Numbers such as 0813-0000-0001 are taken for placeholders.

    internal App App { get; private set; } = null!;

    internal Cohort Cohort { get; private set; } = null!;

    internal static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static DateTime WholeSeconds(DateTime moment) => new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);

    public async ValueTask InitializeAsync()
    {
        App = await App.Start();
        var programme = await App.Programme("kelas");
        var partner = await App.Using<AddPartner, Partner>(add => Task.FromResult(add.New("mitra-kelas", "Mitra Contoh", PartnerKind.University)));
        var today = Formats.DayInWib(Now);
        Cohort = await App.Using<AddCohort, Cohort>(add => add.To(programme, "k1", new("Angkatan 1", partner.Id, ["foto-produk-dengan-hp"], today.AddDays(-30), today.AddDays(300)), default));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>A class of an hour; it begins a day from now unless told otherwise.</summary>
    internal async Task<ClassSession> Class(string title, int? capacity = null, DateTime? starts = null, int needed = 0, bool running = false)
    {
        var from = WholeSeconds(starts ?? (running ? Now.AddMinutes(-5) : Now.AddDays(1)));
        var session = ClassSession.Of(Cohort.ProgrammeId, null, new(null, title, "", ClassKind.Meeting, "https://ruang.contoh.invalid/1", from, from.AddHours(1), "Asia/Jakarta", capacity, needed, 5), TimeProvider.System);
        if (running)
        {
            session.Start(TimeProvider.System);
        }

        await App.Change(db => db.Add(session));
        return session;
    }

    /// <summary>Enrolled owners with a phone each, who have written before; one save for all.</summary>
    internal async Task<IReadOnlyList<EnrolmentInfo>> Owners(int count, string region = "35.06.15", string? name = null)
    {
        var enrolments = new List<EnrolmentInfo>();
        var cohort = new Programmes.Contracts.CohortInfo(Cohort.Id, Cohort.Code, Cohort.Name, Cohort.ProgrammeId, Cohort.PartnerId, ["foto-produk-dengan-hp"], Cohort.Starts, Cohort.Ends);
        await App.Change(db =>
        {
            for (var i = 0; i < count; i++)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"62813{Interlocked.Increment(ref numbers):D8}");
                enrolments.Add(EnrolledOwner.Add(App.Services, db, cohort, number, name ?? $"Pemilik{numbers} Contoh", region));
            }
        });
        return enrolments;
    }

    internal async Task<FakeMeta.Phone> PhoneOf(EnrolmentInfo owner)
    {
        var number = await App.With(db => db.Set<Chat.Turns.Conversation>().Where(c => c.PersonId == owner.PersonId).Select(c => c.Address).SingleAsync());
        return App.Phone(number, "Contoh");
    }

    internal Task<Attendee> Attendee(ClassSession session, EnrolmentInfo owner) => App.With(db => db.Set<Attendee>().AsNoTracking().SingleAsync(a => a.ClassId == session.Id && a.PersonId == owner.PersonId));

    internal Task<ClassSession> Reload(ClassSession session) => App.With(db => db.Set<ClassSession>().AsNoTracking().SingleAsync(c => c.Id == session.Id));

    /// <summary>The owner holds a seat, as after a tap that was answered.</summary>
    internal Task Seat(ClassSession session, params IReadOnlyList<EnrolmentInfo> owners) => App.With(async db =>
    {
        foreach (var owner in owners)
        {
            var attendee = Seats.Attendee.Of(session.Id, owner.PersonId, owner.Id, TimeProvider.System);
            attendee.Ask(TimeProvider.System);
            attendee.Hold();
            db.Add(attendee);
        }

        var stored = await db.Set<ClassSession>().SingleAsync(c => c.Id == session.Id);
        stored.Taken += owners.Count;
        stored.Touch(TimeProvider.System);
        return await db.SaveChangesAsync();
    });

    internal string Code(ClassSession session, TimeSpan ago = default) => Get<ScreenCode>().At(session.Id, Now - ago);

    /// <summary>The counters of a class are what its rows give.</summary>
    internal async Task CountsAreTrue(ClassSession session)
    {
        var stored = await Reload(session);
        var rows = await App.With(db => db.Set<Attendee>().AsNoTracking().Where(a => a.ClassId == session.Id).ToListAsync());
        stored.Taken.ShouldBe(rows.Count(a => a.TakesSeat));
        stored.Waiting.ShouldBe(rows.Count(a => a.Seat == Classes.Seats.Seat.Waiting));
        stored.Seen.ShouldBe(rows.Count(a => a.Seen));
        stored.Present.ShouldBe(rows.Count(a => a.Present));
    }
}
