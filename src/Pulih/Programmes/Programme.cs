using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Programmes;

/// <summary>A training programme with a period; its targets, claims, cohorts and partners point to it.</summary>
internal sealed class Programme
{
    private Programme() { }

    public Guid Id { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>Who stands behind it, as one line for the head of its page.</summary>
    public string Organisers { get; private set; } = "";

    public DateOnly Starts { get; private set; }
    public DateOnly Ends { get; private set; }

    /// <summary>Codes of the provinces it is for, separated by commas; empty means all of Indonesia.</summary>
    public string Regions { get; private set; } = "";

    public DateTime CreatedAt { get; private init; }

    /// <summary>Rises with every change, so that two officers cannot overwrite each other unseen.</summary>
    public int Version { get; private set; }

    public static Programme Of(string code, ProgrammeDetails details, TimeProvider clock)
    {
        var programme = new Programme { Id = Ids.Next(clock), Code = Programmes.Code.Checked(code), CreatedAt = clock.GetUtcNow().UtcDateTime };
        programme.Change(details);
        return programme;
    }

    public void Change(ProgrammeDetails details)
    {
        if (details.Ends < details.Starts)
        {
            throw new ArgumentException($"Programme {Code} would end on {details.Ends:O}, before it starts.", nameof(details));
        }

        Name = details.Name;
        Organisers = details.Organisers;
        Starts = details.Starts;
        Ends = details.Ends;
        Regions = string.Join(',', details.Regions);
        Version++;
    }
}

/// <summary>What of a programme can change.</summary>
internal sealed record ProgrammeDetails(string Name, string Organisers, DateOnly Starts, DateOnly Ends, IReadOnlyList<string> Regions);

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes_programmes");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Code).HasMaxLength(Code.Longest);
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.Property(p => p.Organisers).HasMaxLength(200);
        builder.Property(p => p.Regions).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Code).IsUnique();
    }
}
