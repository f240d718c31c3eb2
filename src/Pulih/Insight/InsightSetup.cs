using Pulih.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;
using Pulih.Insight.OpenData;
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

    public static WebApplication MapInsight(this WebApplication app)
    {
        FigureFiles.Map(app);
        return app;
    }
}
