using Pulih.Chat.Contracts;
using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Participation.Demo;
using Pulih.Participation.Enrolments;
using Pulih.Participation.Participants;
using Pulih.Participation.Referrals;
using Pulih.Participation.Registration;
using Pulih.Participation.Registration.Form;
using Pulih.Participation.Reminders;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Demo;
using Pulih.Platform.Events;
using Pulih.Platform.Web;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation;

internal static class ParticipationSetup
{
    public static WebApplicationBuilder AddParticipation(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<IReferrals, KeepReferrals>()
            .AddSingleton<IEnrolments, LoadEnrolments>()
            .AddSingleton<IParticipants, ReadParticipants>()
            .AddScoped<ListChoices>()
            .AddScoped<WriteSheet>()
            .AddSingleton<IDeskFigures, ParticipantFigures>()
            .AddSingleton(new DeskLink(20, ParticipantsPage.Address, typeof(Texts), "Participants", Policies.Participants))
            .AddSingleton(new DeskLink(23, LinksPage.Address, typeof(Texts), "Entry links", Policies.Participants))
            .AddJob<CountReferrals>()
            .AddSingleton<IRecount, CountReferrals>()
            .AddHandler<Enrolled, MarkReferrals>()
            .AddHandler<CourseBegun, MarkReferrals>()
            .AddHandler<CourseCompleted, MarkReferrals>()
            .AddJob<RemindSilent>()
            .AddSingleton<Enrol>()
            .AddScoped<ISeedDemo, SeedParticipants>()
            .AddHandler<OffersRefused, KeepRefusals>()
            .AddHandler<PersonHeard, FollowParticipants>()
            .AddHandler<OwnerChanged, FollowParticipants>()
            .AddHandler<CourseBegun, FollowLearning>()
            .AddHandler<LessonsCompleted, FollowLearning>()
            .AddHandler<CourseCompleted, FollowLearning>();
        return builder.AddRegistration();
    }

    private static WebApplicationBuilder AddRegistration(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<EntryPoints>()
            .AddSingleton<RecallRegistration>()
            .AddSingleton<RegistrationMessages>()
            .AddSingleton<ReadPlace>()
            .AddSingleton<ReadAnswer>()
            .AddSingleton<CollectAnswers>()
            .AddSingleton<WelcomeBack>()
            .AddSingleton<CorrectAnswers>()
            .AddSingleton<RegistrationTurn>()
            .AddSingleton<DoRegistration>()
            .AddSingleton<IDialogue, RegistrationDialogue>()
            .AddSingleton<ReadForm>()
            .AddSingleton<TakeForm>()
            .AddSingleton<JoinLimit>()
            .AddSingleton(new DeskLink(22, FairPage.Address, typeof(Texts), "form.fair.title", Policies.Lists));
        return builder;
    }
}
