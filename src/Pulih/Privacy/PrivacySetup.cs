using Pulih.Privacy.Consent;
using Pulih.Privacy.Contracts;

namespace Pulih.Privacy;

internal static class PrivacySetup
{
    public static WebApplicationBuilder AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IConsent, KeepConsent>();
        return builder;
    }
}
