using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Events;

/// <summary>Something that happened, told by one capability to whoever listens: a record of ids and facts, named in the past tense.</summary>
public interface IEvent
{
    /// <summary>The fixed short name it is stored under, so that renaming the type loses nothing in flight.</summary>
    static abstract string Name { get; }
}

/// <summary>
/// Hears events of one kind, as many as wait, so that it can read what they need in one query each. It never saves; what
/// it changes is saved together with the mark that they were heard. It must bear being told again, also within one list.
/// </summary>
public interface IHandle<in TEvent>
    where TEvent : IEvent
{
    /// <summary>The events come in the order they were raised; events of another kind may have come before or after.</summary>
    Task Handle(IReadOnlyList<TEvent> happened, PulihDb db, CancellationToken cancel);
}

/// <summary>An event waiting to be told; written in the transaction of the change it tells of.</summary>
internal sealed class StoredEvent
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Body { get; init; }
    public required DateTime RaisedAt { get; init; }
    public int Attempts { get; set; }
    public DateTime DueAt { get; set; }
    public string? Trouble { get; set; }
}

internal sealed class StoredEventMapping : IEntityTypeConfiguration<StoredEvent>
{
    public void Configure(EntityTypeBuilder<StoredEvent> builder)
    {
        builder.ToTable("platform_events");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Name).HasMaxLength(80);
        builder.HasIndex(e => e.DueAt);
    }
}

/// <summary>Raising events on the database they belong to.</summary>
public static class Raising
{
    /// <summary>Stores the event; it is told after the caller's edge has saved, at least once.</summary>
    public static void Raise<TEvent>(this PulihDb db, TEvent happened, TimeProvider clock)
        where TEvent : IEvent
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new StoredEvent
        {
            Id = Ids.Next(clock),
            Name = TEvent.Name,
            Body = JsonSerializer.Serialize(happened),
            RaisedAt = now,
            DueAt = now,
        });
    }
}
