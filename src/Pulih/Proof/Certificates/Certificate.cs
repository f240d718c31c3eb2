using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Language;
using Pulih.Proof.Certificates.Print;
using Pulih.Proof.Evidence;

namespace Pulih.Proof.Certificates;

/// <summary>Proof that an owner completed a course, worded as it was printed that day. Whoever holds its code can check it.</summary>
internal sealed class Certificate
{
    private Certificate()
    {
    }

    public string Code { get; private init; } = "";
    public string ShortCode { get; private init; } = "";
    public Guid EvidenceId { get; private init; }
    public Guid PersonId { get; private init; }
    public string OwnerName { get; private init; } = "";
    public string BusinessName { get; private init; } = "";
    public string CourseTitle { get; private init; } = "";
    public string ProgrammeName { get; private init; } = "";
    public string Organisers { get; private init; } = "";
    public int Score { get; private init; }
    public int Of { get; private init; }
    public DateOnly Date { get; private init; }
    public DateTime IssuedAt { get; private init; }

    /// <summary>When its picture was queued for the chat; it is queued once.</summary>
    public DateTime? SentAt { get; private set; }

    public static Certificate From(CourseEvidence evidence, Wording wording, DateTime now) => new()
    {
        Code = Codes.NewLong(),
        ShortCode = Codes.NewShort(),
        EvidenceId = evidence.Id,
        PersonId = evidence.PersonId,
        OwnerName = wording.Owner,
        BusinessName = wording.Business,
        CourseTitle = wording.Course,
        ProgrammeName = wording.Programme,
        Organisers = wording.Organisers,
        Score = evidence.Score,
        Of = evidence.Of,
        Date = Formats.DayInWib(evidence.CompletedAt),
        IssuedAt = now,
    };

    public void MarkSent(DateTime now) => SentAt = now;

    public string Link(string publicUrl) => $"{publicUrl}/certificates/{Code}";

    public PrintedCertificate Printed(string publicUrl) => new(
        Printable.Of(OwnerName, Words.In(Cultures.Indonesian, "Owner of the business")),
        Printable.Of(BusinessName, Words.In(Cultures.Indonesian, "A business without a name yet")),
        Printable.Of(CourseTitle, CourseTitle),
        Printable.Of(ProgrammeName, ProgrammeName),
        Printable.Of(Organisers, Organisers),
        Score,
        Of,
        Date,
        Codes.Grouped(ShortCode),
        Link(publicUrl));
}

/// <summary>The names a certificate carries, as people wrote them.</summary>
internal sealed record Wording(string Owner, string Business, string Course, string Programme, string Organisers);

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("proof_certificates");
        builder.HasKey(c => c.Code);
        builder.Property(c => c.Code).HasMaxLength(26);
        builder.Property(c => c.ShortCode).HasMaxLength(8);
        builder.HasIndex(c => c.ShortCode).IsUnique();
        // Evidence is one an enrolment and course, so a certificate is too.
        builder.HasIndex(c => c.EvidenceId).IsUnique();
        builder.HasIndex(c => c.PersonId);
    }
}
