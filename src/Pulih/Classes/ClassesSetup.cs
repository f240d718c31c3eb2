using Pulih.Chat.Contracts;
using Pulih.Classes.Attendance;
using Pulih.Classes.Conversation;
using Pulih.Classes.Demo;
using Pulih.Classes.Seats;
using Pulih.Classes.Sessions;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Classes;

/// <summary>Live classes: scheduled, joined in chat, held with whatever tool there is, and who was there.</summary>
internal static class ClassesSetup
{
    public static WebApplicationBuilder AddClasses(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<ClassLink>()
            .AddSingleton<ClassMessages>()
            .AddSingleton<TellAttendees>()
            .AddSingleton<ScreenCode>()
            .AddSingleton<Calendars>()
            .AddSingleton<RecallClasses>()
            .AddSingleton<ClassTurn>()
            .AddSingleton<IDialogue, ClassDialogue>()
            .AddSingleton<IShowParticipant, ShowClasses>()
            .AddSingleton<IDeskFigures, ClassFigures>()
            .AddSingleton(new DeskLink(24, ClassesPage.Address, typeof(Texts), "desk.classes", Policies.Classes))
            .AddScoped<TakeReport>()
            .AddScoped<ISeedDemo, SeedClasses>()
            .AddHandler<SeatsMoved, AssignSeats>()
            .AddHandler<PeopleSeen, CountPresence>()
            .AddJob<TellNews>()
            .AddJob<LapseOffers>();
        return builder;
    }

    public static WebApplication MapClasses(this WebApplication app)
    {
        app.MapGet("/classes/{id:guid}.ics", (Guid id, Calendars calendars, PulihDb db, CancellationToken cancel) => calendars.OfClass(id, db, cancel)).AllowAnonymous();
        app.MapGet("/calendars/{token}.ics", (string token, Calendars calendars, PulihDb db, CancellationToken cancel) => calendars.OfPerson(token, db, cancel)).AllowAnonymous();
        return app;
    }
}
