using System.Text.Json.Nodes;
using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Turns;
using Pulih.Participation.Participants;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Privacy.Consent;
using Pulih.Privacy.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;
using Pulih.Sending.Templates;

namespace Pulih.Sending.Broadcasts;

public sealed class BroadcastTests
{
    // Tuesday, ten in the morning in Jakarta.
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid Programme = Guid.CreateVersion7();

    [Fact]
    public async Task Each_gets_it_once_however_many_enrolments_machines_and_pauses_there_are()
    {
        const int People = 150;
        await using var app = await Start(TimeProvider.System, ["--Broadcasts:Ahead=40"]);
        var people = await Audience(app, People, i => "32");
        await Enrol(app, people.Take(30), "32"); // These have two enrolments.
        var broadcast = await Release(app);
        for (var pause = 0; pause < 4; pause++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Work(app))));
            await app.Change(db => db.Set<Broadcast>().Single(b => b.Id == broadcast).State = BroadcastState.Paused);
            await app.Quiet();
            var sent = app.Meta.SentCount;
            await Work(app);
            await app.Quiet();
            app.Meta.SentCount.ShouldBe(sent, "a paused one sends nothing");
            await app.Change(db => db.Set<Broadcast>().Single(b => b.Id == broadcast).State = BroadcastState.Running);
        }

        await Eventually.Holds(() => app.With(db => db.Set<Broadcast>().AnyAsync(b => b.State == BroadcastState.Done)));
        await app.Quiet();
        app.Meta.Sent.Select(m => m.To.TrimStart('+')).Order().ShouldBe(people.Select(p => p.Number).Order());
        var told = await app.With(db => db.Set<Broadcast>().SingleAsync());
        (told.Recipients, told.Queued, told.Skipped).ShouldBe((People, People, 0));
        app.Meta.Sent[0].Json!["template"]!["components"]![0]!["parameters"]![0]!["text"]!.GetValue<string>().ShouldStartWith("Bapak/Ibu ");
    }

    [Fact]
    public async Task Who_said_stop_or_gave_no_permission_is_left_out_and_promotion_comes_at_most_every_three_days()
    {
        var clock = new FakeTimeProvider(Morning);
        await using var app = await Start(clock);
        var people = await Audience(app, 6, _ => "32");
        await app.Change(db =>
        {
            db.Set<Conversation>().Single(c => c.PersonId == people[0].Id).Stopped = true;
            db.Set<ConsentRow>().Single(c => c.PersonId == people[1].Id && c.Purpose == ConsentPurpose.Offers).Given = false;
        });
        await Release(app, marketing: true);
        await Done(app, 1);
        app.Meta.SentCount.ShouldBe(4);
        await Release(app, marketing: true, template: "kedua");
        await Done(app, 2);
        app.Meta.SentCount.ShouldBe(4);
        clock.Advance(TimeSpan.FromDays(4));
        await Release(app, marketing: true, template: "ketiga");
        await Done(app, 3);
        app.Meta.SentCount.ShouldBe(8);
    }

    [Fact]
    public async Task A_night_release_waits_for_each_zones_morning_the_east_first()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.Zero)); // One in the night in Jakarta, three in Papua.
        await using var app = await Start(clock);
        var people = await Audience(app, 2, i => i == 0 ? "91" : "32");
        await Release(app, at: clock.GetUtcNow());
        await Eventually.Holds(() => app.With(db => db.Set<Broadcast>().AnyAsync(b => b.Prepared)));
        await Work(app);
        app.Meta.SentCount.ShouldBe(0);
        clock.Advance(TimeSpan.FromHours(5.1)); // Past eight in Papua.
        await Eventually.Holds(() => Task.FromResult(app.Meta.SentCount == 1));
        app.Meta.Sent[0].To.ShouldEndWith(people[0].Number);
        clock.Advance(TimeSpan.FromHours(2));
        await Eventually.Holds(() => Task.FromResult(app.Meta.SentCount == 2));
    }

    [Fact]
    public async Task A_template_the_provider_refuses_pauses_its_broadcast_and_says_so()
    {
        await using var app = await Start(TimeProvider.System, ["--Broadcasts:Ahead=5"]);
        await Audience(app, 60, _ => "32");
        app.Meta.Faults = _ => Fault.Error(132015);
        var broadcast = await Release(app);
        await Eventually.Holds(() => app.With(db => db.Set<Broadcast>().AnyAsync(b => b.State == BroadcastState.Paused && b.PausedByCode == 132015)));
        await app.Quiet();
        (await app.With(db => db.Set<Recipient>().CountAsync(r => r.BroadcastId == broadcast && r.State == RecipientState.Waiting))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_template_follows_what_the_provider_reports_and_an_older_report_undoes_nothing()
    {
        var clock = new FakeTimeProvider(Morning);
        await using var app = await Start(clock);
        await app.Change(db => db.Add(Of("undangan", marketing: false, TemplateState.Pending)));
        Task Tell(string field, JsonObject value)
        {
            (value["message_template_name"], value["message_template_language"]) = ("undangan", "id");
            return app.Meta.Deliver(field, value);
        }

        await Tell("message_template_status_update", new() { ["event"] = "APPROVED" });
        await app.Meta.Idle();
        (await Kept(app)).State.ShouldBe(TemplateState.Approved);
        clock.Advance(TimeSpan.FromHours(1));
        await Tell("message_template_status_update", new() { ["event"] = "PAUSED", ["reason"] = "LOW_QUALITY" });
        await Tell("template_category_update", new() { ["new_category"] = "MARKETING" });
        await app.Meta.Idle();
        var kept = await Kept(app);
        (kept.State, kept.Marketing).ShouldBe((TemplateState.Paused, true));
    }

    private static Task<Template> Kept(App app) => app.With(db => db.Set<Template>().AsNoTracking().SingleAsync());

    private static Task<App> Start(TimeProvider clock, string[]? settings = null) =>
        App.Start(clock, meta: new FakeMetaOptions { Clock = clock, HasWhatsApp = _ => true, DeliveredAfter = TimeSpan.Zero, PerSecond = 1_000 }, settings: ["--Channels:WhatsApp:Numbers:0:PerSecond=1000", .. settings ?? []]);

    private static async Task<List<(Guid Id, string Number)>> Audience(App app, int count, Func<int, string> province)
    {
        var people = Enumerable.Range(0, count).Select(i => (Id: Guid.CreateVersion7(), Number: $"62812{i:D8}")).ToList();
        await app.Change(db =>
        {
            foreach (var (id, number) in people)
            {
                db.Add(new Conversation { Id = Guid.CreateVersion7(), Channel = "whatsapp", Address = number, PersonId = id, Number = "100000000000001", Dialogue = "learning", FirstHeardAt = DateTime.UnixEpoch, LastHeardAt = DateTime.UnixEpoch });
                db.AddRange(new[] { ConsentPurpose.TakePart, ConsentPurpose.Offers }.Select(p => new ConsentRow { PersonId = id, Purpose = p, Given = true, TextVersion = "1", Channel = "whatsapp" }));
            }
        });
        for (var i = 0; i < count; i++)
        {
            await Enrol(app, [people[i]], province(i));
        }

        return people;
    }

    private static Task Enrol(App app, IEnumerable<(Guid Id, string Number)> people, string province) => app.Change(db => db.AddRange(people.Select(p => new Participant
    {
        EnrolmentId = Guid.CreateVersion7(), PersonId = p.Id, ProgrammeId = Programme, PersonName = "Orang (contoh)", BusinessName = "Warung (contoh)", ProvinceCode = province,
    })));

    private static Template Of(string name, bool marketing, TemplateState state) =>
        new() { Id = Guid.CreateVersion7(), Name = name, Language = "id", Marketing = marketing, Body = "Halo {{1}}, kelas {{2}} besok.", State = state, ChangedAt = DateTime.UnixEpoch };

    private static async Task<Guid> Release(App app, bool marketing = false, string template = "pertama", DateTimeOffset? at = null)
    {
        var sent = Of(template, marketing, TemplateState.Approved);
        var broadcast = new Broadcast { Id = Guid.CreateVersion7(), ProgrammeId = Programme, Title = template, TemplateId = sent.Id, StartsAt = (at ?? Morning).UtcDateTime, By = "petugas", State = BroadcastState.Running };
        await app.Change(db => db.AddRange(sent, broadcast));
        return broadcast.Id;
    }

    private static Task Done(App app, int count) => Eventually.Holds(() => app.With(async db =>
        await db.Set<Broadcast>().CountAsync(b => b.State == BroadcastState.Done) == count && !await db.Set<OutboxMessage>().AnyAsync(m => m.State < OutboxState.Accepted)));

    /// <summary>One more machine that does the same jobs at the same time.</summary>
    private static async Task Work(App app)
    {
        foreach (var job in app.Services.GetServices<IJob>().Where(j => j is PrepareBroadcasts or DispatchBroadcasts))
        {
            await job.Run(default);
        }
    }
}
