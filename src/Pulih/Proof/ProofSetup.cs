using Pulih.Learning.Contracts;
using Pulih.Participation.Contracts;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;
using Pulih.Platform.Commands;
using Pulih.Platform.Events;
using Pulih.Platform.Web;
using Pulih.Proof.Certificates;
using Pulih.Proof.Contracts;
using Pulih.Sending.Contracts;
using Pulih.Proof.Credits;
using Pulih.Proof.Evidence;
using Pulih.Proof.Figures;
using Pulih.Proof.Published;
using Pulih.Proof.Rules;
using Pulih.Proof.Seal;
using Pulih.Registry.Contracts;

namespace Pulih.Proof;

/// <summary>What was achieved and how it is proved: evidence, credits, figures, certificates, and the chain of seals.</summary>
internal static class ProofSetup
{
    public static WebApplicationBuilder AddProof(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<Trained>()
            .AddSingleton<EarnCredit>()
            .AddSingleton<IssueCertificate>()
            .AddHandler<CourseCompleted, ProveCompletion>()
            .AddHandler<BusinessesRegrouped, Regroup>()
            .AddHandler<CertificateIssued, SendCertificate>()
            .AddSingleton<FindLimit>()
            .AddSingleton<IShowParticipant, ShowCertificates>()
            .AddSingleton<IShowBusiness, ShowCredits>()
            .AddSingleton<ICountedBusinesses, CountedBusinesses>()
            .AddSingleton<IVerified, Verified>()
            .AddSingleton<ICountTrained, Verified>()
            .AddSingleton<Recount>()
            .AddSingleton<IVerb, RecountVerb>()
            .AddJob<FoldDeltas>()
            .AddJob<CountOverlaps>()
            .AddSingleton<CheckSeals>()
            .AddJob<SealFacts>()
            .AddSingleton<Signature>()
            .AddSingleton<PublishFigure>()
            .AddSingleton<IVerb, VerifyVerb>()
            .AddSingleton<IVerb, AuditExportVerb>()
            .AddSingleton<IVerb, FigureVerb>()
            .AddSingleton(new DeskLink(38, FiguresPage.Address, typeof(Texts), "published.title", Policies.Registry));
        return builder;
    }

    public static WebApplication MapProof(this WebApplication app)
    {
        CertificateFiles.Map(app);
        CheckpointFile.Map(app);
        FiguresPage.Map(app);
        return app;
    }
}
