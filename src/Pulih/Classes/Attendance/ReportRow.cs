using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Classes.Attendance;

/// <summary>Why a row of a report has nobody, or whom it was given to.</summary>
internal enum RowMatch
{
    /// <summary>Its phone number is that of one person of the class.</summary>
    Phone = 0,

    /// <summary>Its name is that of one person of the class only.</summary>
    Name = 1,

    /// <summary>Several people of the class have this name.</summary>
    SeveralOfName = 2,

    /// <summary>Nobody of the class has this name.</summary>
    NobodyOfName = 3,

    /// <summary>A human said who it is.</summary>
    Human = 4,
}

/// <summary>One row of a provider's report, or one line of a paper list, as it was brought; kept whether or not somebody was found for it.</summary>
internal sealed class ReportRow
{
    public required Guid Id { get; init; }
    public required Guid ClassId { get; init; }

    /// <summary><see cref="SightingSource.Report"/>, or <see cref="SightingSource.Hand"/> for a paper list.</summary>
    public required SightingSource Source { get; init; }

    public required string Name { get; init; }

    /// <summary>A phone number or address beside the name; empty where there is none.</summary>
    public required string Contact { get; init; }

    public required DateTime From { get; init; }
    public required DateTime Until { get; init; }

    /// <summary>What the row says, hashed: a report brought twice adds nothing.</summary>
    public required string Hash { get; init; }

    public Guid? Matched { get; set; }
    public required RowMatch Reason { get; set; }

    /// <summary>A human said that it is nobody of the class: the trainer, a second screen.</summary>
    public bool Dismissed { get; set; }

    public int Version { get; set; }
}

internal static class ReportRows
{
    /// <summary>Those that wait for a human.</summary>
    public static IQueryable<ReportRow> Waiting(this IQueryable<ReportRow> rows) => rows.Where(r => r.Matched == null && !r.Dismissed);
}

internal sealed class ReportRowMapping : IEntityTypeConfiguration<ReportRow>
{
    public void Configure(EntityTypeBuilder<ReportRow> builder)
    {
        builder.ToTable("classes_report_rows");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(120);
        builder.Property(r => r.Contact).HasMaxLength(120);
        builder.Property(r => r.Hash).HasMaxLength(64);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.ClassId, r.Hash }).IsUnique();
        builder.HasIndex(r => new { r.ClassId, r.Matched, r.Id });
    }
}
