using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;

namespace Pulih.Privacy.ReadLog;

/// <summary>One person's data seen by one member of staff; rows are only ever added.</summary>
internal sealed class Reading
{
    public required Guid Id { get; init; }
    public required Guid ReaderId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Page { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class ReadingMapping : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("privacy_reads");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Page).HasMaxLength(80);
        builder.HasIndex(r => new { r.PersonId, r.Id });
        builder.HasIndex(r => new { r.ReaderId, r.Id });
    }
}

internal sealed class NoteReadings(TimeProvider clock) : IReadLog
{
    public async Task<IReadOnlyList<SeenBy>> Seen(PulihDb db, IReadOnlyCollection<Guid> people, int take, CancellationToken cancel) =>
        await db.Set<Reading>().AsNoTracking().Where(r => people.Contains(r.PersonId)).OrderByDescending(r => r.Id).Take(take).Select(r => new SeenBy(r.ReaderId, r.Page, r.At)).ToListAsync(cancel);

    public void Read(PulihDb db, ClaimsPrincipal reader, IEnumerable<Guid> people, string page)
    {
        var account = reader.AccountId();
        if (account == Guid.Empty)
        {
            throw new InvalidOperationException($"Somebody without an account reads personal data at {page}.");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var person in people.Where(p => p != Guid.Empty).Distinct())
        {
            db.Add(new Reading { Id = Ids.Next(clock), ReaderId = account, PersonId = person, Page = page, At = now });
        }
    }
}
