using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Pulih.Platform.Accounts.Manage;
using Pulih.Platform.Accounts.Signing;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Demo;
using Pulih.Platform.Secrets;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Platform.Accounts;

/// <summary>Who may sign in, how, and with which cookie.</summary>
internal static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("pulih").PersistKeysToDbContext<PulihDb>();
        services.AddOptions<KeyManagementOptions>().Configure<Keys>((o, keys) => o.XmlEncryptor = new SealKeyRing(keys));
        services.AddIdentityCore<Account>(o =>
            {
                // Length is what helps; rules about signs only make people write passwords down (NIST SP 800-63B, 3.1.1.2).
                o.Password = new() { RequiredLength = 12, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            })
            .AddUserStore<AccountStore>()
            .AddErrorDescriber<AccountTroubles>();
        services.AddSingleton<SessionCookie>().AddSingleton<KnownDevice>().AddScoped<OpenSession>().AddScoped<SetUpAccount>().AddSingleton<InviteOfficer>();
        services.AddJob<LimitTries>();
        services.AddScoped<ISeedDemo, SeedAccounts>();
        services.AddSingleton<IVerb, OwnerVerb>();
        services.AddSingleton(new DeskLink(90, "/akun", typeof(Texts), "Accounts", Policies.Operate));
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme).Configure<SessionCookie>(Shape);
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<SessionCookie>((o, session) =>
        {
            o.Cookie.Name = session.FormName;
            o.Cookie.SecurePolicy = session.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    private static void Shape(CookieAuthenticationOptions options, SessionCookie session)
    {
        options.Cookie.Name = session.Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = session.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.LoginPath = "/masuk";
        options.ReturnUrlParameter = "kembali";
        options.Events.OnValidatePrincipal = SessionCookie.Validate;
        options.Events.OnRedirectToLogin = context =>
        {
            // Only a person who opens a page is led to the door; a program is told plainly.
            if (HttpMethods.IsGet(context.Request.Method) && context.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "text/html"))
            {
                context.Response.Redirect(context.RedirectUri);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }

            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
