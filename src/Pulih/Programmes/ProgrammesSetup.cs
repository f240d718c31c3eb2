using Microsoft.AspNetCore.Mvc;
using Pulih.Platform.Accounts;
using Pulih.Platform.Demo;
using Pulih.Platform.Web;
using Pulih.Programmes.Agreements;
using Pulih.Programmes.Claims;
using Pulih.Programmes.Cohorts;
using Pulih.Programmes.Contracts;
using Pulih.Programmes.Demo;
using Pulih.Programmes.Editing;
using Pulih.Programmes.Partners;
using Pulih.Programmes.Snapshot;
using Pulih.Programmes.Targets;

namespace Pulih.Programmes;

internal static class ProgrammesSetup
{
    public static WebApplicationBuilder AddProgrammes(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<ProgrammeSnapshot>()
            .AddSingleton<IProgrammes>(s => s.GetRequiredService<ProgrammeSnapshot>())
            .AddSingleton<IPartnerChoices, ListPartners>()
            .AddScoped<CreateProgramme>()
            .AddScoped<ChangeProgramme>()
            .AddScoped<RaiseTarget>()
            .AddScoped<RecordClaim>()
            .AddScoped<AddPartner>()
            .AddSingleton<SuspendPartner>()
            .AddSingleton<PublishAgreement>()
            .Configure<MvcOptions>(o => o.Filters.Add<PartnerGate>())
            .AddScoped<AddCohort>()
            .AddScoped<ISeedDemo, SeedProgrammes>()
            .AddSingleton(new DeskLink(10, "/desk/programmes", typeof(Texts), "Programmes", Policies.Programmes));
        return builder;
    }
}
