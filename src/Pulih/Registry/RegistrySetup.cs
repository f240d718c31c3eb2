using Pulih.Chat.Contracts;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Registry.Contracts;
using Pulih.Registry.Demo;
using Pulih.Registry.Identities;
using Pulih.Registry.People;
using Pulih.Registry.Profile;
using Pulih.Registry.Regions;
using Pulih.Registry.Sectors;

namespace Pulih.Registry;

internal static class RegistrySetup
{
    public static WebApplicationBuilder AddRegistry(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<IRegions, RegionTable>()
            .AddSingleton<ISectors, SectorTable>()
            .AddSingleton<IPeople, KeepPeople>()
            .AddSingleton<IProfileQuestions, ProfileQuestions>()
            .AddScoped<ISeedDemo, SeedOwners>()
            .AddSingleton<IKnowAddresses, FindIdentities>()
            .AddHandler<AddressChanged, MoveIdentity>();
        return builder;
    }
}
