using Microsoft.AspNetCore.Authorization;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Platform.Observability;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Platform;

/// <summary>What every capability stands on: storage, events, jobs, keys, pages.</summary>
public static class PlatformSetup
{
    /// <summary>A builder whose files lie beside the executable, wherever it is started from.</summary>
    public static WebApplicationBuilder Builder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(PlatformSetup).Assembly.GetName().Name });

    public static WebApplicationBuilder AddPlatform(this WebApplicationBuilder builder)
    {
        var settings = new Settings(builder.Configuration, builder.Environment);
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(o => o.Limits.MaxRequestBodySize = 3 * 1024 * 1024);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => Keys.Open(settings.KeysFile, settings.Demo))
            .AddSingleton<SignedLink>()
            .AddStorage(settings)
            .AddHealth()
            .AddJob<TellEvents>()
            .AddSingleton<SeedDemo>()
            .AddHostedService<OpenDatabase>()
            .AddHostedService(s => s.GetRequiredService<SeedDemo>())
            .AddAccounts()
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build())
            .AddPolicy(Policies.Desk, p => p.RequireRole(Roles.All))
            .AddPolicy(Policies.Participants, p => p.RequireRole(Roles.Owner, Roles.ProgrammeOfficer, Roles.PartnerOfficer, Roles.Auditor))
            .AddPolicy(Policies.Programmes, p => p.RequireRole(Roles.Owner, Roles.ProgrammeOfficer))
            .AddPolicy(Policies.Classes, p => p.RequireRole(Roles.Owner, Roles.ProgrammeOfficer, Roles.Trainer))
            .AddPolicy(Policies.Courses, p => p.RequireRole(Roles.Owner, Roles.ProgrammeOfficer, Roles.Trainer))
            .AddPolicy(Policies.Lists, p => p.RequireRole(Roles.Owner, Roles.ProgrammeOfficer, Roles.PartnerOfficer))
            .AddPolicy(Policies.Review, p => p.RequireRole(Roles.Reviewers))
            .AddPolicy(Policies.Catalogue, p => p.RequireRole(Roles.Owner, Roles.ProgrammeOfficer, Roles.Curator, Roles.Auditor))
            .AddPolicy(Policies.Registry, p => p.RequireRole(Roles.Owner, Roles.ProgrammeOfficer, Roles.Auditor))
            .AddPolicy(Policies.Operate, p => p.RequireRole(Roles.Owner));
        return builder.AddWeb().AddCluster();
    }

    public static WebApplication UsePlatform(this WebApplication app)
    {
        app.UseWeb();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        return app.MapWeb();
    }
}
