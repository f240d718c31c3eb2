using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Facts;
using Pulih.Platform.Storage;
using Pulih.Programmes.Snapshot;

namespace Pulih.Programmes.Partners;

/// <summary>A time in which a partner may not see or bring anything, with why and by whom; open while it lasts. Its counts stand.</summary>
internal sealed class Suspension
{
    public required Guid Id { get; init; }
    public required Guid PartnerId { get; init; }
    public required DateTime From { get; init; }
    public required string By { get; init; }
    public required string Why { get; init; }
    public DateTime? Until { get; set; }
    public string? EndedBy { get; set; }
}

/// <summary>Suspends a partner and lets it back in; the caller saves.</summary>
internal sealed class SuspendPartner(ProgrammeSnapshot snapshot, TimeProvider clock)
{
    /// <summary>Once more changes nothing; two at once meet the key of the open one.</summary>
    public async Task Suspend(PulihDb db, Guid partner, string by, string why, CancellationToken cancel)
    {
        if (!await db.Set<Suspension>().AnyAsync(s => s.PartnerId == partner && s.Until == null, cancel))
        {
            var suspension = new Suspension { Id = Ids.Next(clock), PartnerId = partner, From = clock.GetUtcNow().UtcDateTime, By = by, Why = why };
            db.Add(suspension);
            db.Attest("programmes.partner-suspended", partner, new { suspension = suspension.Id }, clock);
            snapshot.ForgetWhenSaved(db);
        }
    }

    public async Task LetBack(PulihDb db, Guid partner, string by, CancellationToken cancel)
    {
        if (await db.Set<Suspension>().SingleOrDefaultAsync(s => s.PartnerId == partner && s.Until == null, cancel) is { } open)
        {
            (open.Until, open.EndedBy) = (clock.GetUtcNow().UtcDateTime, by);
            db.Attest("programmes.partner-let-back", partner, new { suspension = open.Id }, clock);
            snapshot.ForgetWhenSaved(db);
        }
    }
}

internal sealed class SuspensionMapping : IEntityTypeConfiguration<Suspension>
{
    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        builder.ToTable("programmes_suspensions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.By).HasMaxLength(200);
        builder.Property(s => s.Why).HasMaxLength(500);
        builder.Property(s => s.EndedBy).HasMaxLength(200);
        builder.HasIndex(s => s.PartnerId, "open once").IsUnique().HasFilter("\"Until\" IS NULL").HasDatabaseName("ux_programmes_suspensions_open");
        builder.HasIndex(s => s.PartnerId, "all of one");
    }
}
