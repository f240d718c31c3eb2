using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Pulih.Learning.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Events;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Proof.Figures;
using Pulih.Proof.Published;
using Pulih.Proof.Seal;
using Pulih.Registry.Contracts;

namespace Pulih.Proof;

/// <summary>The product with two programmes, two partners and one course of five lessons and six questions, in which owners complete it.</summary>
internal sealed class ProofWorld : IProgrammes, ICourses, IAsyncDisposable
{
    public const string CourseCode = "jualan-lewat-whatsapp";
    public static readonly DateTime Now = new(2026, 8, 3, 6, 0, 0, DateTimeKind.Utc);

    private static readonly PartnerInfo Agency = new(Guid.CreateVersion7(), "dinas-contoh", "Dinas Koperasi Contoh");
    private static readonly PartnerInfo Campus = new(Guid.CreateVersion7(), "kampus-contoh", "Kampus UMKM Contoh");
    private readonly ProgrammeMap map = new([NewProgramme("umkm-pulih-2026", "UMKM Pulih 2026"), NewProgramme("lain", "Program Lain")], [Agency, Campus]);
    private int numbers;

    private ProofWorld()
    {
    }

    public App App { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Now));

    public ProgrammeInfo Programme => map.Programmes[0];

    public ProgrammeInfo OtherProgramme => map.Programmes[1];

    /// <summary>Version 1 asks for lessons and quiz alone, version 3 for a task and an hour of classes too.</summary>
    public IReadOnlyList<CompiledCourse> All { get; } = [Course("1"), Course("3") with { ClassMinutes = 60, Task = new("Foto toko", ["Terang"], 1) }];

    private static CompiledCourse Course(string version) => new(CourseCode, version, "id", "Jualan lewat WhatsApp", "", 30, [], "CC-BY-4.0",
        [.. Enumerable.Range(1, 5).Select(n => new Lesson(n, $"Pelajaran {n}", []))],
        new Quiz(5, [.. Enumerable.Range(1, 6).Select(n => new Question($"q{n}", "", ["a", "b"], "1", ""))]));

    public static async Task<ProofWorld> Start()
    {
        var world = new ProofWorld();
        world.App = await App.Start(world.Clock, b =>
        {
            b.Services.Replace(ServiceDescriptor.Singleton<IProgrammes>(world));
            b.Services.Replace(ServiceDescriptor.Singleton<ICourses>(world));
        });
        return world;
    }

    public ValueTask<ProgrammeMap> Map(CancellationToken cancel) => new(map);

    public CompiledCourse? Find(string code) => All.FirstOrDefault(c => c.Code == code);

    public CompiledCourse? Find(string code, string version) => All.SingleOrDefault(c => c.Code == code && c.Version == version);

    /// <summary>A registered owner with one business.</summary>
    public async Task<PersonInfo> Owner(string name = "Siti (contoh)", string region = "32.04.05")
    {
        var people = App.Services.GetRequiredService<IPeople>();
        var phone = $"+62812{++numbers:D8}";
        PersonInfo? owner = null;
        await App.Change(db =>
        {
            owner = people.Register(db, new(Ids.Next(Clock), name, null, phone, "whatsapp", phone[1..], region, "id"));
            owner = people.AddBusiness(db, owner, new("Keripik Contoh", "keripik", "makanan", null, region));
        });
        return owner!;
    }

    /// <summary>What Learning tells when this owner has passed.</summary>
    public CourseCompleted Completion(PersonInfo owner, ProgrammeInfo? programme = null, int partner = 0)
    {
        programme ??= Programme;
        var cohort = programme.Cohorts[partner];
        return new(Ids.Next(Clock), owner.Id, owner.Businesses[0].Id, programme.Id, cohort.Id, cohort.PartnerId, CourseCode, "1", "Jualan lewat WhatsApp", Ids.Next(Clock), 5, 6, 5, Now.AddDays(-2), Now);
    }

    /// <summary>Tells the events and waits until all that follows from them is done and folded.</summary>
    public async Task Tell(params CourseCompleted[] completed)
    {
        await App.Change(db =>
        {
            foreach (var one in completed)
            {
                db.Raise(one, Clock);
            }
        });
        await App.Quiet();
        await Fold();
    }

    public async Task Fold()
    {
        var fold = App.Services.GetRequiredService<FoldDeltas>();
        while (await fold.Run(default))
        {
        }
    }

    /// <summary>Seals every fact there is.</summary>
    public async Task Seal()
    {
        var seal = App.Services.GetServices<IJob>().OfType<SealFacts>().Single();
        await Eventually.Holds(async () =>
        {
            await seal.Run(default);
            return !await App.With(db => db.Set<Fact>().AnyAsync(f => f.Seal == null));
        });
    }

    /// <summary>Publishes the programme's number when all is told and sealed.</summary>
    public async Task<PublishedFigure> Publish()
    {
        await App.Quiet();
        await Seal();
        return await App.With(async db =>
        {
            var figure = await App.Services.GetRequiredService<PublishFigure>().Of(db, Programme, Guid.Empty, default);
            await db.SaveChangesAsync();
            return figure!;
        });
    }

    public Task<int> Count<T>()
        where T : class => App.With(db => db.Set<T>().CountAsync());

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static ProgrammeInfo NewProgramme(string code, string name)
    {
        var id = Guid.CreateVersion7();
        var (starts, ends) = (new DateOnly(2026, 7, 1), new DateOnly(2027, 6, 30));
        CohortInfo[] cohorts = [.. new[] { Agency, Campus }.Select((p, n) => new CohortInfo(Guid.CreateVersion7(), $"angkatan-{n + 1}", $"Angkatan {n + 1}", id, p.Id, [CourseCode], starts, ends))];
        return new(id, code, name, "Kementerian UMKM · Smesco · Facebook · Instagram · WhatsApp", starts, ends, cohorts, [Agency, Campus]);
    }
}
