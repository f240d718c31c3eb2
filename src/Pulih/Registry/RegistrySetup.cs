using Pulih.Chat.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Platform.Web;
using Pulih.Registry.Contracts;
using Pulih.Registry.Demo;
using Pulih.Registry.Export;
using Pulih.Registry.Identities;
using Pulih.Registry.Import;
using Pulih.Registry.Matching;
using Pulih.Registry.Merging;
using Pulih.Registry.OfficialNumbers;
using Pulih.Registry.People;
using Pulih.Registry.Profile;
using Pulih.Registry.Regions;
using Pulih.Registry.Review;
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
            .AddHandler<AddressChanged, MoveIdentity>()
            .AddHandler<BusinessAdded, KeepRecords>()
            .AddHandler<OwnerChanged, KeepRecords>()
            .AddSingleton<NumbersLink>()
            .AddSingleton<INumbersLink>(s => s.GetRequiredService<NumbersLink>())
            .AddSingleton<IBusinesses, FindGroups>()
            .AddSingleton<MergeBusinesses>()
            .AddSingleton<MakeBusiness>()
            .AddSingleton<SplitRecord>()
            .AddSingleton<DecidePair>()
            .AddSingleton<MatchRecords>()
            .AddSingleton<HearOwner>()
            .AddSingleton<IFindSimilar, FindSimilar>()
            .AddSingleton<CheckRows>()
            .AddSingleton<ApplyRows>()
            .AddSingleton<UploadList>()
            .AddSingleton<FixSheet>()
            .AddSingleton<ReadRecords>()
            .AddSingleton(SatuDataColumns.Of(builder.Configuration))
            .AddSingleton<SatuData>()
            .AddSingleton(new DeskLink(30, ListsPage.Address, typeof(Texts), "Lists", Policies.Lists))
            .AddSingleton(new DeskLink(35, ReviewPage.Address, typeof(Texts), "Review", Policies.Review))
            .AddSingleton<IVerb, ImportVerb>()
            .AddSingleton<IVerb, LearnVerb>()
            .AddJob<WorkImports>()
            .AddJob<WeighPairs>();
        return builder;
    }
}
