using Pulih.Chat.Contracts;
using Pulih.Classes.Contracts;
using Pulih.Learning.Authoring;
using Pulih.Learning.Contracts;
using Pulih.Learning.Conversation;
using Pulih.Learning.Demo;
using Pulih.Learning.Offline;
using Pulih.Learning.Packs;
using Pulih.Learning.Progress;
using Pulih.Learning.SignIn;
using Pulih.Learning.Tasks;
using Pulih.Learning.Web;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Platform.Storage;
using Pulih.Platform.Web;

namespace Pulih.Learning;

/// <summary>Courses, the way through them, and the quiz: in chat and on the web.</summary>
internal static class LearningSetup
{
    public static WebApplicationBuilder AddLearning(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<Courses>()
            .AddSingleton<IShowParticipant, ShowProgress>()
            .AddSingleton<ICourses>(services => services.GetRequiredService<Courses>())
            .AddSingleton<CourseMedia>()
            .AddHostedService<KeepPacks>()
            .AddHostedService<FollowOffers>()
            .AddScoped<PublishCourse>()
            .AddJob<CountReach>()
            .AddSingleton(new DeskLink(26, CoursesPage.Address, typeof(Texts), "AuthorCourses", Policies.Courses))
            .AddSingleton<RecallLearning>()
            .AddSingleton<LearningMessages>()
            .AddSingleton<LearningPrefaces>()
            .AddSingleton<MissingSentence>()
            .AddSingleton<TaskMessages>()
            .AddSingleton<JudgeHandIn>()
            .AddSingleton<IDeskFigures, TaskFigures>()
            .AddJob<FetchPieces>()
            .AddHandler<MinutesCounted, CountClassMinutes>()
            .AddHandler<CourseBegun, CountClassMinutes>()
            .AddSingleton(new DeskLink(27, TasksPage.Address, typeof(Texts), "TasksTitle", Policies.Classes))
            .AddSingleton<LearningTurn>()
            .AddSingleton<IDialogue, LearningDialogue>()
            .AddSingleton<IDialogue, SignInDialogue>()
            .AddHandler<SignInCodeSent, BindSignIn>()
            .AddSingleton<ISeedDemo, SeedProgress>()
            .AddSingleton<ISeedDemo, SeedTasks>()
            .AddSingleton<PageWeight>()
            .AddSingleton<IOpenLessons, OpenLessons>()
            .AddSingleton<FindByLink>();
        return builder;
    }

    public static WebApplication MapLearning(this WebApplication app)
    {
        app.MapGet(
            "/media/courses/{code}/{version}/{file}",
            (string code, string version, string file, CourseMedia media, PulihDb db, HttpContext context) => media.Serve(code, version, file, db, context))
            .AllowAnonymous();
        app.MapGiveAttempt();
        app.MapOfflineApp();
        return app;
    }
}
