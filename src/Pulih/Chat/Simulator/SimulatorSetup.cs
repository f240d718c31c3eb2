using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pulih.Chat.Simulator;

/// <summary>The resource files of the simulator.</summary>
internal sealed class Texts;

/// <summary>The demo's phone: a stand-in for Meta inside the process and a page that shows people's phones.</summary>
internal static class SimulatorSetup
{
    private const string Page = "/Chat/Simulator/SimulatorPage";

    public static WebApplicationBuilder AddSimulator(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HostFakeMeta>().AddSingleton<OpenPhones>();
        if (builder.Configuration.GetValue("Demo", builder.Environment.IsDevelopment()))
        {
            builder.Services.AddHostedService(s => s.GetRequiredService<HostFakeMeta>());
        }
        else
        {
            // Without a route there is nothing to guess at: the address answers 404 like any other.
            builder.Services.Configure<RazorPagesOptions>(o => o.Conventions.AddPageRouteModelConvention(Page, page => page.Selectors.Clear()));
        }

        return builder;
    }
}
