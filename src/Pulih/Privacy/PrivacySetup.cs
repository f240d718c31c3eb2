using Pulih.Privacy.Consent;
using Pulih.Privacy.Contracts;
using Pulih.Privacy.ReadLog;

namespace Pulih.Privacy;

internal static class PrivacySetup
{
    public static WebApplicationBuilder AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IConsent, KeepConsent>().AddSingleton<IReadLog, NoteReadings>();
        return builder;
    }
}
