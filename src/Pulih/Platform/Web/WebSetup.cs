using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;
using Pulih.Platform.Accounts;
using Pulih.Platform.Language;

namespace Pulih.Platform.Web;

/// <summary>Pages, their language, their compression and the headers that guard them.</summary>
internal static class WebSetup
{
    private const string StartAddress = "/meja";

    public static WebApplicationBuilder AddWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        services.AddSingleton<Assets>();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Cultures.Indonesian.Name);
            o.SupportedCultures = o.SupportedUICultures = [Cultures.Indonesian, Cultures.English];
            o.RequestCultureProviders = [new RequestLanguage()];
        });
        services.AddRazorPages(o => o.RootDirectory = "/")
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = CapabilityTexts);
        services.AddOptions<MvcOptions>().Configure<IStringLocalizer<Texts>>(ExplainBadInput);
        // Names in any script are written as they are: shorter and readable in the source.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(o =>
        {
            // Antiforgery tokens are masked anew on every page, so compressing them over TLS tells nothing.
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/calendar", "application/ld+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddOutputCache();
        services.AddSingleton(new DeskLink(0, StartAddress, typeof(Texts), "Today", Policies.Desk));
        return builder;
    }

    /// <summary>Comes first. Cached pages are kept compressed and are the same for everybody, hence the order: cache, compression, then who is asking.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        app.UseWhen(AsksForPage, SayItKindly);
        app.UseRouting();
        app.UseOutputCache();
        app.UseResponseCompression();
        return app;
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        app.MapGet("/assets/{address}", (string address, Assets assets, HttpContext context) => assets.Serve(address, context)).AllowAnonymous();
        app.MapGet("/favicon.ico", (Assets assets) => TypedResults.Redirect(assets["icon.svg"])).AllowAnonymous();
        app.MapRazorPages();
        // Without it the fallback policy would send a mistyped address to the sign-in.
        app.MapFallback("{**path}", TypedResults.NotFound).AllowAnonymous();
        return app;
    }

    private static bool AsksForPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    // Machines get the bare status: an empty 401 to a forged webhook, for one.
    private static void SayItKindly(IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            app.UseExceptionHandler("/sorry/500");
        }

        app.UseStatusCodePagesWithReExecute("/sorry/{0}");
    }

    // A page's messages are in its own capability's Texts: Pulih.Programmes.Targets.RaiseTargetPage -> Pulih.Programmes.Texts.
    private static IStringLocalizer CapabilityTexts(Type type, IStringLocalizerFactory factory) =>
        factory.Create(string.Join('.', type.FullName!.Split('.').Take(2)) + ".Texts", type.Assembly.GetName().Name!);

    private static void ExplainBadInput(MvcOptions options, IStringLocalizer<Texts> text)
    {
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => text["Please fill this in."]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Please fill this in."]);
        messages.SetValueIsInvalidAccessor(_ => text["This does not look right. Please check it again."]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["This does not look right. Please check it again."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["This does not look right. Please check it again."]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => text["This does not look right. Please check it again."]);
        messages.SetValueMustBeANumberAccessor(_ => text["Please write a whole number, for example 15000."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Please write a whole number, for example 15000."]);
    }
}
