using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Chat.Turns;

/// <summary>Where one person stands on one channel: which dialogue is open and its state. Nothing in it runs out; days later it goes on.</summary>
internal sealed class Conversation
{
    public required Guid Id { get; init; }
    public required string Channel { get; init; }
    public required string Address { get; set; }

    /// <summary>Fixed from the first message on, so that everything of this person can point to it before they register.</summary>
    public required Guid PersonId { get; init; }

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

    public required DateTime FirstHeardAt { get; init; }
    public DateTime LastHeardAt { get; set; }

    /// <summary>Two writers cannot both win: the later one re-reads and repeats.</summary>
    public int Version { get; set; }

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

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("chat_conversations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Channel).HasMaxLength(12);
        builder.Property(c => c.Address).HasMaxLength(140);
        builder.Property(c => c.Number).HasMaxLength(40);
        builder.Property(c => c.ProfileName).HasMaxLength(200);
        builder.Property(c => c.Language).HasMaxLength(5);
        builder.Property(c => c.Dialogue).HasMaxLength(40);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.Channel, c.Address }).IsUnique();
        builder.HasIndex(c => c.PersonId);
    }
}
