using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Turns;
using Pulih.Participation.Contracts;
using Pulih.Participation.Participants;
using Pulih.Platform.Cluster;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;
using Pulih.Sending.Templates;

namespace Pulih.Participation.Reminders;

/// <summary>What the product begins by itself when somebody is silent, or when an answer waits for them.</summary>
public sealed class RemindSilentTests
{
    // Tuesday, ten in the morning in Jakarta.
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Who_fell_silent_half_way_is_reminded_once_in_their_daytime_and_nobody_else_is()
    {
        var clock = new FakeTimeProvider(Morning.AddHours(-4)); // Six in the morning in Jakarta, eight in Jayapura.
        await using var app = await Start(clock);
        await app.Change(db => db.Add(Approved(TemplateRole.Reminder)));
        var silent = await Owner(app, 1, "35.06.15", lastActive: -4, Stage.Learning);
        var early = await Owner(app, 2, "91.71.01", lastActive: -4, Stage.Registered);
        foreach (var (number, days, stage) in new[] { (3, -1, Stage.Learning), (4, -60, Stage.Learning), (5, -4, Stage.Completed) })
        {
            await Owner(app, number, "35.06.15", days, stage);
        }

        await Work<RemindSilent>(app);
        await app.Quiet();
        app.Meta.Sent.Select(m => m.To).ShouldBe([early], "in Jakarta people still sleep");
        clock.SetUtcNow(Morning);
        await Work<RemindSilent>(app);
        await Work<RemindSilent>(app);
        await app.Quiet();
        app.Meta.Sent.Select(m => m.To).ShouldBe([early, silent]);
        app.Meta.Sent.ShouldAllBe(m => m.Type == "template");
        clock.SetUtcNow(Morning.AddDays(5));
        await Work<RemindSilent>(app);
        await app.Quiet();
        app.Meta.SentTo(silent).Count.ShouldBe(1, "once, and never again");
    }

    [Fact]
    public async Task An_answer_that_came_too_late_is_announced_by_a_template_and_goes_out_when_its_person_writes()
    {
        var clock = new FakeTimeProvider(Morning);
        await using var app = await Start(clock);
        var number = await Owner(app, 6, "35.06.15", lastActive: 0, Stage.Learning);
        var person = await app.With(db => db.Set<Conversation>().SingleAsync(c => c.Address == number));
        await app.Change(db =>
        {
            var outbox = app.Services.GetRequiredService<IOutbox>();
            foreach (var words in new[] { "Jawaban pertama", "Jawaban kedua" })
            {
                outbox.Queue(db, new(person.PersonId, "whatsapp", number, Purpose.Human, new Say(words)) { HeardAt = Morning.UtcDateTime.AddDays(-3) });
            }
        });
        await Eventually.Holds(() => app.With(async db => await db.Set<OutboxMessage>().CountAsync(m => m.State == OutboxState.Waiting) == 2));
        await Work<InviteBack>(app);
        app.Meta.SentCount.ShouldBe(0, "no template is approved for it");

        await app.Change(db => db.Add(Approved(TemplateRole.Invitation)));
        await Work<InviteBack>(app);
        await Work<InviteBack>(app);
        await app.Quiet();
        app.Meta.Sent.Select(m => m.Type).ShouldBe(["template"], "one invitation for both");
        await app.Phone(number).SendText("baca");
        await Eventually.Holds(() => Task.FromResult(app.Meta.SentTo(number).Count(m => m.Text.StartsWith("Jawaban", StringComparison.Ordinal)) == 2));
    }

    private static Task<App> Start(FakeTimeProvider clock) =>
        App.Start(clock, CountingDialogue.Only, new FakeMetaOptions { Clock = clock, HasWhatsApp = _ => true, DeliveredAfter = TimeSpan.Zero, PerSecond = 1_000 }, settings: ["--Channels:WhatsApp:Numbers:0:PerSecond=1000"]);

    private static Task Work<T>(App app)
        where T : IJob => app.Services.GetServices<IJob>().OfType<T>().Single().Run(default);

    private static Template Approved(TemplateRole role) => new()
    {
        Id = Guid.CreateVersion7(), Name = role.ToString().ToLowerInvariant(), Language = "id", Marketing = false, Role = role, Body = "Halo {{1}}, lanjutkan pelatihan untuk {{2}}.", State = TemplateState.Approved, ChangedAt = DateTime.UnixEpoch,
    };

    private static async Task<string> Owner(App app, int i, string region, int lastActive, Stage stage)
    {
        var number = $"62812{i:D8}";
        await app.Change(db =>
        {
            var people = app.Services.GetRequiredService<IPeople>();
            var owner = people.Register(db, new(Guid.CreateVersion7(), "Orang Contoh", null, "+" + number, "whatsapp", number, region, "id"));
            owner = people.AddBusiness(db, owner, new("Warung Contoh", "kue", "makanan_olahan", "10794", region));
            db.Add(new Participant
            {
                EnrolmentId = Guid.CreateVersion7(), PersonId = owner.Id, BusinessId = owner.Businesses[0].Id, PersonName = "Orang Contoh", BusinessName = "Warung Contoh", ProvinceCode = region[..2], Stage = stage,
                LastActive = DateOnly.FromDateTime(Morning.UtcDateTime).AddDays(lastActive),
            });
            db.Add(new Conversation { Id = Guid.CreateVersion7(), Channel = "whatsapp", Address = number, PersonId = owner.Id, Number = "100000000000001", Dialogue = "registration", FirstHeardAt = DateTime.UnixEpoch, LastHeardAt = DateTime.UnixEpoch, Version = 1 });
        });
        return number;
    }
}
