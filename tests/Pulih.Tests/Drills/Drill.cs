using FakeMeta;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pulih.Learning;
using Pulih.Learning.Contracts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Storage;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Editing;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Snapshot;

namespace Pulih.Drills;

/// <summary>A product in a process of its own on a database with one programme and one course, a provider, and owners who learn.</summary>
internal sealed class Drill : IAsyncDisposable
{
    private const string Course = "jualan-lewat-whatsapp";

    private readonly TestDatabase database;
    private readonly IReadOnlyDictionary<string, string> answers;

    private readonly string[] settings;

    private Drill(TestDatabase database, FakeMetaServer meta, ProductProcess product, string url, string[] settings, CompiledCourse course)
    {
        this.settings = settings;
        (this.database, Meta, Product, Url) = (database, meta, product, url);
        answers = course.Quiz.Questions.ToDictionary(q => q.Text, q => q.Options[q.RightPlace()]);
        (Steps, Questions) = (course.Lessons.Sum(l => l.Steps.Count), course.Quiz.Questions.Count);
    }

    public FakeMetaServer Meta { get; }
    public ProductProcess Product { get; }
    public string Url { get; }

    /// <summary>Steps of the course, all of which a completed course has seen.</summary>
    public int Steps { get; }

    public int Questions { get; }

    /// <param name="perSecond">How many messages a second the provider takes; far more than Meta does by default, so that its pace is not what is drilled.</param>
    public static async Task<Drill> Prepare(int perSecond = 1_000)
    {
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        var empty = await TestDatabase.Create();
        var meta = await FakeMetaServer.Start(new FakeMetaOptions
        {
            WebhookUrl = url + "/webhooks/whatsapp", PerSecond = perSecond, DeliveredAfter = TimeSpan.FromMilliseconds(20),
            RetryAfter = TimeSpan.FromMilliseconds(200), RetryAtMost = TimeSpan.FromSeconds(1), Attempts = 1_000,
        });
        string[] started =
        [
            "--Demo=false", $"--Urls={url}", $"--PublicUrl={url}", .. empty.Settings,
            $"--Channels:WhatsApp:AppSecret={meta.AppSecret}", "--Channels:WhatsApp:VerifyToken=fake-verify-token", "--Channels:WhatsApp:AccessToken=fake-access-token",
            $"--Channels:WhatsApp:GraphUrl={meta.Url}", "--Channels:WhatsApp:Numbers:0:Id=100000000000001", $"--Channels:WhatsApp:Numbers:0:PerSecond={perSecond}", "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
        ];
        return new(empty, meta, new ProductProcess(started, url), url, started, await Fill(started));
    }

    /// <summary>An owner with a new phone.</summary>
    public SimulatedLearner Learner(int number, int seed) =>
        new(Meta, Meta.Phone($"62813{number:D8}", $"Orang {number} (contoh)"), answers, new Random(seed + number));

    /// <summary>Works with the services of a product that is built on this database and never started.</summary>
    public async Task<T> With<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var product = Pulih.Composition.Build(["--environment=Production", .. settings]);
        return await work(product.Services);
    }

    /// <summary>The database itself, past the product.</summary>
    public PulihDb Open() => database.Settings.FirstOrDefault(s => s.StartsWith("--Data:Postgres=", StringComparison.Ordinal)) is { } postgres
        ? new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(new NpgsqlConnectionStringBuilder(postgres["--Data:Postgres=".Length..]) { Pooling = false }.ToString()).Options)
        : new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite($"Data Source={Path.Combine(database.Folder, "pulih.db")};Pooling=False").Options);

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Meta.DisposeAsync();
        await database.DisposeAsync();
    }

    // Through the same use cases as the desk, in a product that is built and never started.
    private static async Task<CompiledCourse> Fill(string[] started)
    {
        await using var product = Pulih.Composition.Build(["--environment=Production", .. started]);
        await product.Services.Migrate(CancellationToken.None);
        await using var scope = product.Services.CreateAsyncScope();
        var (db, clock, snapshot) = (scope.ServiceProvider.GetRequiredService<PulihDb>(), TimeProvider.System, product.Services.GetRequiredService<ProgrammeSnapshot>());
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var (starts, ends) = (today.AddDays(-30), today.AddDays(300));
        var programme = new CreateProgramme(db, snapshot, clock).Of("latihan", new("Program Latihan (contoh)", "Panitia (contoh)", starts, ends, []), new(1_000, "Latihan"), "petugas@contoh.pulih.id");
        var partners = new AddPartner(db, snapshot, clock);
        var partner = partners.New("mitra-contoh", "Mitra (contoh)", PartnerKind.Community);
        await new AddCohort(db, partners, snapshot, clock).To(programme.Id, "angkatan-1", new("Angkatan 1", partner.Id, [Course], starts, ends), CancellationToken.None);
        await db.SaveChangesAsync();
        return product.Services.GetRequiredService<ICourses>().Find(Course)!;
    }
}
