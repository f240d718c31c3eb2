using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Turns;
using Pulih.Participation.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Recovery.Pulse;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Sending.Templates;

namespace Pulih.Recovery;

/// <summary>The product on a morning of the days of asking, with owners who are enrolled and have written before.</summary>
internal sealed class RecoveryWorld : IAsyncDisposable
{
    /// <summary>Thursday 5 November 2026, ten in the morning in Jakarta.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 5, 3, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly October = new(2026, 10, 1);

    private int numbers;

    public FakeTimeProvider Clock { get; } = new(Morning);

    public App App { get; private set; } = null!;

    public static async Task<RecoveryWorld> Start()
    {
        var world = new RecoveryWorld();
        world.App = await App.Start(world.Clock, meta: new FakeMetaOptions { Clock = world.Clock, HasWhatsApp = _ => true, DeliveredAfter = TimeSpan.Zero, PerSecond = 1_000, Windows = false }, settings: ["--Channels:WhatsApp:Numbers:0:PerSecond=1000"]);
        return world;
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public Task Work<T>()
        where T : IJob => App.Services.GetServices<IJob>().OfType<T>().Single().Run(default);

    /// <summary>An owner in the panel who wrote so long ago; who agreed to be asked, unless said otherwise.</summary>
    public async Task<(PersonInfo Owner, string Number)> Owner(TimeSpan? wrote = null, bool? agreed = true, string region = "35.06.15", Guid? partner = null, DateTime? enrolled = null)
    {
        var number = $"62812{++numbers:D8}";
        PersonInfo? owner = null;
        await App.Change(db =>
        {
            var people = Get<IPeople>();
            owner = people.Register(db, new(Ids.Next(Clock), "Orang Contoh", null, "+" + number, "whatsapp", number, region, "id"));
            owner = people.AddBusiness(db, owner, new("Warung Contoh", "kue", "makanan_olahan", "10794", region));
            if (agreed is { } given)
            {
                Get<IConsent>().Record(db, owner.Id, ConsentPurpose.MonthlySurvey, given, "2026-11", "whatsapp");
            }

            var now = Clock.GetUtcNow().UtcDateTime;
            db.Add(PanelMember.Of(owner.Businesses[0].Id, owner.Id, Guid.Empty, partner ?? Guid.Empty, region[..2], "makanan_olahan", enrolled ?? now.AddDays(-40)));
            db.Add(new Conversation { Id = Guid.CreateVersion7(), Channel = "whatsapp", Address = number, PersonId = owner.Id, Number = "100000000000001", Dialogue = "registration", FirstHeardAt = DateTime.UnixEpoch, LastHeardAt = now - (wrote ?? TimeSpan.FromHours(1)), Version = 1 });
        });
        await App.Quiet();
        return (owner!, number);
    }

    public Task<Report> Report(PersonInfo owner) => App.With(db => db.Set<Report>().AsNoTracking().SingleAsync(r => r.BusinessId == owner.Businesses[0].Id && r.Month == October));

    public Task<PanelMember> Member(PersonInfo owner) => App.With(db => db.Set<PanelMember>().AsNoTracking().SingleAsync(m => m.BusinessId == owner.Businesses[0].Id));

    public Task ApproveTemplate() => App.Change(db => db.Add(new Template { Id = Guid.CreateVersion7(), Name = "kabar_usaha", Language = "id", Marketing = false, Role = TemplateRole.Survey, Body = "Halo {{1}}, apa kabar {{2}}?", State = TemplateState.Approved, ChangedAt = DateTime.UnixEpoch }));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
