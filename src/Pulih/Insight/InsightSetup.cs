using Pulih.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;
using Pulih.Insight.PublicPage;

namespace Pulih.Insight;

internal static class InsightSetup
{
    public static WebApplicationBuilder AddInsight(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<OutputCacheOptions>(PublicCache.Add);
        builder.Services.AddSingleton<FrontDoor>();
        return builder;
    }
}
