using Pulih.Chat.Contracts;
using Pulih.Market.Curation;
using Pulih.Market.Demo;
using Pulih.Market.Feeds;
using Pulih.Market.Products;
using Pulih.Market.Shops;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Platform.Web;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Market;

/// <summary>What trained businesses sell: products made in chat, selling pages, a catalogue, and feeds for the platforms.</summary>
internal static class MarketSetup
{
    public static WebApplicationBuilder AddMarket(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<RecallProducts>()
            .AddSingleton<KeepProducts>()
            .AddSingleton<ProductMessages>()
            .AddSingleton<ProductTurn>()
            .AddSingleton<ShopLink>()
            .AddSingleton<IDialogue, ProductDialogue>()
            .AddJob<FetchPhotos>()
            .AddHandler<ConsentGiven, FollowOwner>()
            .AddHandler<ConsentWithdrawn, FollowOwner>()
            .AddHandler<OwnerChanged, FollowOwner>()
            .AddSingleton<ReportLimit>()
            .AddSingleton<KeepFeeds>()
            .AddScoped<ISeedDemo, SeedMarket>()
            .AddSingleton(new DeskLink(37, CurationPage.Address, typeof(Texts), "curation.title", Policies.Catalogue));
        return builder;
    }

    public static WebApplication MapMarket(this WebApplication app)
    {
        ShopFiles.Map(app);
        CurationPhoto.Map(app);
        FeedFiles.Map(app);
        return app;
    }
}
