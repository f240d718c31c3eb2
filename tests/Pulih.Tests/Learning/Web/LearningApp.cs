using Pulih.Platform.Language;
using Pulih.Programmes;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Partners;

namespace Pulih.Learning.Web;

/// <summary>One host with one open cohort for the tests of the web pages; each test brings learners of its own.</summary>
public sealed class LearningApp : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    internal Cohort Cohort { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await App.Start();
        var programme = await App.Programme("belajar-web");
        var partner = await App.Using<AddPartner, Partner>(add => Task.FromResult(add.New("mitra-web", "Mitra Contoh", PartnerKind.University)));
        var today = Formats.DayInWib(TimeProvider.System.GetUtcNow().UtcDateTime);
        Cohort = await App.Using<AddCohort, Cohort>(add =>
            add.To(programme, "w1", new("Angkatan 1", partner.Id, ["foto-produk-dengan-hp"], today.AddDays(-1), today.AddDays(30)), default));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
