using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;
using Pulih.Sending.Contracts;

namespace Pulih.Chat.Turns;

/// <summary>Where one person stands on one channel: which dialogue is open and its state. Nothing in it runs out; days later it goes on.</summary>
internal sealed class Conversation
{
    public required Guid Id { get; init; }
    public required string Channel { get; init; }
    public required string Address { get; set; }

    /// <summary>WhatsApp's business-scoped id, by which a person is known again when their number is withheld.</summary>
    public string? UserId { get; set; }

    /// <summary>
    /// Fixed from the first message on, so that everything of this person can point to it before they register; only
    /// their own code from another channel makes it that of somebody known there.
    /// </summary>
    public required Guid PersonId { get; set; }

    public required string Number { get; set; }
    public string? ProfileName { get; set; }
    public string Language { get; set; } = "id";

    /// <summary>The open dialogue.</summary>
    public required string Dialogue { get; set; }

    /// <summary>The state of each dialogue that has one, by name; JSON.</summary>
    public string States { get; set; } = "{}";

    /// <summary>The choices of the last message, so that "1", "a" or a title typed by hand finds its button; JSON.</summary>
    public string Offered { get; set; } = "[]";

    /// <summary>The person said stop; nothing is sent until they ask to go on.</summary>
    public bool Stopped { get; set; }

    /// <summary>The programme the conversation was last about; it pays for what is said.</summary>
    public Guid? ProgrammeId { get; set; }

    /// <summary>Until when the provider takes nothing: 72 hours after the person came by an ad.</summary>
    public DateTime? FreeUntil { get; set; }

    /// <summary>Since when the person waits for a human's word; null while they do not.</summary>
    public DateTime? WaitsSince { get; set; }

    /// <summary>The human who holds the conversation, until <see cref="HeldUntil"/>; the product is silent meanwhile.</summary>
    public string? HeldBy { get; set; }
    public DateTime? HeldUntil { get; set; }

    public required DateTime FirstHeardAt { get; init; }
    public DateTime LastHeardAt { get; set; }

    /// <summary>Two writers cannot both win: the later one re-reads and repeats.</summary>
    public int Version { get; set; }

    /// <summary>True for WhatsApp's business-scoped ids, which begin with a country's two letters and a full stop.</summary>
    public static bool IsUserId(string address) => address.Length > 3 && address[2] == '.' && char.IsAsciiLetterUpper(address[0]) && char.IsAsciiLetterUpper(address[1]);

    public bool IsHeld(DateTime now) => HeldBy is not null && HeldUntil >= now;

    /// <summary>A message to this person, as it goes out from here.</summary>
    public Outgoing Outgoing(Purpose purpose, Say say) => new(PersonId, Channel, Address, purpose, say)
    {
        Number = Number, HeardAt = LastHeardAt, ProgrammeId = ProgrammeId, FreeUntil = FreeUntil,
    };

    public string? StateOf(string dialogue) => All().TryGetValue(dialogue, out var state) ? state.GetRawText() : null;

    public void Keep(string dialogue, string? state)
    {
        var all = All();
        if (state is null)
        {
            all.Remove(dialogue);
        }
        else
        {
            all[dialogue] = JsonElement.Parse(state);
        }

        States = JsonSerializer.Serialize(all);
    }

    private Dictionary<string, JsonElement> All() => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(States)!;
}

/// <summary>Conversations as several ask for them.</summary>
internal static class Conversations
{
    /// <summary>Those of these people, by person, the one they last wrote in first.</summary>
    public static async Task<ILookup<Guid, Conversation>> OfPeople(this PulihDb db, IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        (await db.Set<Conversation>().AsNoTracking().Where(c => people.Contains(c.PersonId)).ToListAsync(cancel)).OrderByDescending(c => c.LastHeardAt).ToLookup(c => c.PersonId);

    /// <summary>Those whose person waits for a human and that no human holds, the longest waiting first.</summary>
    public static IQueryable<Conversation> Waiting(this PulihDb db, DateTime now) =>
        db.Set<Conversation>().AsNoTracking().Where(c => c.WaitsSince != null && (c.HeldBy == null || c.HeldUntil < now)).OrderBy(c => c.WaitsSince).ThenBy(c => c.Id);

    /// <summary>Those that a human holds, the one that runs out first first.</summary>
    public static IQueryable<Conversation> Held(this PulihDb db, DateTime now) =>
        db.Set<Conversation>().AsNoTracking().Where(c => c.HeldBy != null && c.HeldUntil >= now).OrderBy(c => c.HeldUntil);
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("chat_conversations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Channel).HasMaxLength(12);
        builder.Property(c => c.Address).HasMaxLength(140);
        builder.Property(c => c.UserId).HasMaxLength(140);
        builder.Property(c => c.Number).HasMaxLength(40);
        builder.Property(c => c.ProfileName).HasMaxLength(200);
        builder.Property(c => c.Language).HasMaxLength(5);
        builder.Property(c => c.Dialogue).HasMaxLength(40);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.Channel, c.Address }).IsUnique();
        builder.HasIndex(c => c.PersonId);
        builder.HasIndex(c => c.UserId).HasFilter("\"UserId\" IS NOT NULL");
        builder.Property(c => c.HeldBy).HasMaxLength(256);
        builder.HasIndex(c => c.WaitsSince).HasFilter("\"WaitsSince\" IS NOT NULL").HasDatabaseName("ix_chat_conversations_waiting");
        builder.HasIndex(c => c.HeldUntil).HasFilter("\"HeldBy\" IS NOT NULL").HasDatabaseName("ix_chat_conversations_held");
    }
}
