using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Sending.Contracts;

namespace Pulih.Sending.Templates;

internal enum TemplateState
{
    /// <summary>With the provider, which has not decided.</summary>
    Pending = 0,
    Approved = 1,

    /// <summary>Too many people complained; the provider takes it again later.</summary>
    Paused = 2,
    Rejected = 3,
    Disabled = 4,
}

/// <summary>A message text the provider knows, with places for what differs from person to person: {{1}} is how the person is called, {{2}} the business's name.</summary>
internal sealed class Template
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required bool Marketing { get; set; }
    public required string Body { get; init; }

    /// <summary>What the product itself uses it for.</summary>
    public TemplateRole Role { get; init; }
    public TemplateState State { get; set; }
    public string? Reason { get; set; }
    public DateTime ChangedAt { get; set; }

    /// <summary>How many places it has, 0 to 2.</summary>
    public int Places => Body.Contains("{{2}}", StringComparison.Ordinal) ? 2 : Body.Contains("{{1}}", StringComparison.Ordinal) ? 1 : 0;

    /// <summary>The message as one person gets it.</summary>
    public Say Say(string called, string business)
    {
        string[] words = [called, business];
        return new(For(called, business)) { Template = new(Name, Language, Marketing, words[..Places]) };
    }

    /// <summary>The text as one person reads it.</summary>
    public string For(string called, string business) => Body.Replace("{{1}}", called, StringComparison.Ordinal).Replace("{{2}}", business, StringComparison.Ordinal);
}

internal sealed class TemplateMapping : IEntityTypeConfiguration<Template>
{
    public void Configure(EntityTypeBuilder<Template> builder)
    {
        builder.ToTable("sending_templates");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(512);
        builder.Property(t => t.Language).HasMaxLength(5);
        builder.Property(t => t.Body).HasMaxLength(1_024);
        builder.Property(t => t.Reason).HasMaxLength(300);
        builder.Property(t => t.State).HasConversion<short>();
        builder.Property(t => t.Role).HasConversion<short>();
        builder.HasIndex(t => new { t.Name, t.Language }).IsUnique();
    }
}
