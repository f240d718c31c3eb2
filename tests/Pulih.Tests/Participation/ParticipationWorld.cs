using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pulih.Chat.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation;

/// <summary>The product with one programme of two cohorts and two partners, and lessons that only say that they begin.</summary>
public sealed class ParticipationWorld : IProgrammes, IAsyncLifetime
{
    public const string Lessons = "Pelajaran 1";

    private static readonly Guid ProgrammeId = Guid.CreateVersion7();
    private int numbers;

    internal PartnerInfo Agency { get; } = new(Guid.CreateVersion7(), "dinas", "Dinas Contoh");

    internal PartnerInfo Campus { get; } = new(Guid.CreateVersion7(), "kampus", "Kampus Contoh");

    internal CohortInfo First => field ??= new(Guid.CreateVersion7(), "a1", "Angkatan 1", ProgrammeId, Agency.Id, ["jualan"], new(2026, 1, 1), new(2100, 1, 1));

    internal CohortInfo Second => field ??= new(Guid.CreateVersion7(), "a2", "Angkatan 2", ProgrammeId, Campus.Id, ["foto"], new(2025, 1, 1), new(2100, 1, 1));

    public ValueTask<ProgrammeMap> Map(CancellationToken cancel) => new(new ProgrammeMap(
        [new(ProgrammeId, "umkm", "UMKM Pulih", "Kementerian UMKM", new(2026, 1, 1), new(2100, 1, 1), [First, Second], [Agency, Campus])], [Agency, Campus]));

    internal App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.Start(adjust: Adjust);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>A number nobody has used yet.</summary>
    public string Number() => $"62812{Interlocked.Increment(ref numbers):D8}";

    /// <summary>An enrolled owner of one business.</summary>
    internal async Task<EnrolmentInfo> Enrolled(string name, string business, CohortInfo cohort, Guid? partner = null, string source = "poster", string region = "35.06.15")
    {
        EnrolmentInfo? enrolment = null;
        await App.Change(db =>
        {
            var people = Get<IPeople>();
            var number = Number();
            var owner = people.Register(db, new(Ids.Next(TimeProvider.System), name, null, "+" + number, "whatsapp", number, region, "id"));
            owner = people.AddBusiness(db, owner, new(business, business, "makanan_olahan", "10794", region));
            enrolment = Get<Enrol>().Into(db, owner, owner.Businesses[0].Id, new(cohort, partner ?? cohort.PartnerId, source, null));
        });
        return enrolment!;
    }

    private void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IProgrammes>(this));
        foreach (var other in builder.Services.Where(s => s.ServiceType == typeof(IDialogue) && s.ImplementationType?.Namespace?.StartsWith("Pulih.Participation", StringComparison.Ordinal) is not true).ToList())
        {
            builder.Services.Remove(other);
        }

        builder.Services.AddSingleton<IDialogue, FirstLesson>();
    }

    private sealed class FirstLesson : IDialogue
    {
        public string Name => "learning";

        public bool Claims(string text) => false;

        public Task<IReadOnlyDictionary<Guid, object>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<Guid, object>>(people.DistinctBy(p => p.PersonId).ToDictionary(p => p.PersonId, _ => new object()));

        public Answer Turn(string? state, Heard heard, Listener listener, object known) => new("{}", new Say(Lessons), [], null);

        public void Do(object deed, Listener listener, object known, PulihDb db)
        {
        }
    }
}
