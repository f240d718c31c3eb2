using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Programmes.Cohorts;

/// <summary>A group that learns together: one partner's, with its courses in their order and its period.</summary>
internal sealed class Cohort
{
    private Cohort() { }

    public Guid Id { get; private init; }
    public Guid ProgrammeId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public Guid PartnerId { get; private set; }

    /// <summary>The codes of its courses in their order, separated by commas.</summary>
    public string Courses { get; private set; } = "";

    public DateOnly Starts { get; private set; }
    public DateOnly Ends { get; private set; }
    public int Version { get; private set; }

    public static Cohort Of(Guid programme, string code, CohortDetails details, TimeProvider clock)
    {
        var cohort = new Cohort { Id = Ids.Next(clock), ProgrammeId = programme, Code = Programmes.Code.Checked(code) };
        cohort.Change(details);
        return cohort;
    }

    public void Change(CohortDetails details)
    {
        if (details.Ends < details.Starts || details.Courses.Count == 0)
        {
            throw new ArgumentException($"Cohort {Code} needs a course and an end that is not before its start.", nameof(details));
        }

        Name = details.Name;
        PartnerId = details.PartnerId;
        Courses = string.Join(',', details.Courses.Select(Programmes.Code.Checked));
        Starts = details.Starts;
        Ends = details.Ends;
        Version++;
    }
}

/// <summary>What of a cohort can change.</summary>
internal sealed record CohortDetails(string Name, Guid PartnerId, IReadOnlyList<string> Courses, DateOnly Starts, DateOnly Ends);

internal sealed class CohortMapping : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> builder)
    {
        builder.ToTable("programmes_cohorts");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(Code.Longest);
        builder.Property(c => c.Name).HasMaxLength(120);
        builder.Property(c => c.Courses).HasMaxLength(500);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.ProgrammeId, c.Code }).IsUnique();
    }
}
