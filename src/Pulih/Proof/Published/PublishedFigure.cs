using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Proof.Published;

/// <summary>
/// A number somebody quoted, with what it means and where it was cut off: the last seal it counts. It is a promise: it
/// is never changed, and can be counted again from the facts at any later time. What happened later goes to a later figure.
/// </summary>
internal sealed class PublishedFigure
{
    /// <summary>The programme's code and a number, such as <c>umkm-pulih-2026-3</c>.</summary>
    public string Id { get; private init; } = "";

    public Guid ProgrammeId { get; private init; }
    public string Programme { get; private init; } = "";

    /// <summary>The version of <see cref="CountFromFacts"/> it was counted by.</summary>
    public string Definition { get; private init; } = "";

    public long Count { get; private init; }

    /// <summary>The last seal whose facts are counted.</summary>
    public long Seal { get; private init; }

    /// <summary>The hash of that seal, hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    public DateTime PublishedAt { get; private init; }
    public Guid By { get; private init; }

    /// <summary>By Ed25519 over <see cref="Text"/>, hexadecimal.</summary>
    public string Signature { get; private init; } = "";

    /// <summary>As it is published and exported.</summary>
    public object Published => new { id = Id, programme = ProgrammeId, name = Programme, definition = Definition, count = Count, seal = Seal, hash = Hash, publishedAt = PublishedAt, signature = Signature };

    /// <summary>What is signed.</summary>
    public string Text => TextOf(Id, ProgrammeId, Definition, Count, Seal, Hash, PublishedAt);

    public static PublishedFigure Of(string id, Guid programme, string name, long count, Seal.FactSeal last, Guid by, DateTime now, Func<string, string> sign)
    {
        now = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        var hash = Convert.ToHexStringLower(last.Hash);
        return new()
        {
            Id = id, ProgrammeId = programme, Programme = name, Definition = CountFromFacts.Definition, Count = count, Seal = last.Number, Hash = hash, PublishedAt = now, By = by,
            Signature = sign(TextOf(id, programme, CountFromFacts.Definition, count, last.Number, hash, now)),
        };
    }

    private static string TextOf(string id, Guid programme, string definition, long count, long seal, string hash, DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"pulih figure 1\n{id}\n{programme:N}\n{definition}\n{count}\n{seal}\n{hash}\n{at:yyyy-MM-ddTHH:mm:ssZ}\n");
}

internal sealed class PublishedFigureMapping : IEntityTypeConfiguration<PublishedFigure>
{
    public void Configure(EntityTypeBuilder<PublishedFigure> builder)
    {
        builder.ToTable("proof_published");
        builder.Property(f => f.Id).HasMaxLength(80);
        builder.Property(f => f.Programme).HasMaxLength(200);
        builder.Property(f => f.Definition).HasMaxLength(8);
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.Signature).HasMaxLength(128);
        builder.Ignore(f => f.Published).Ignore(f => f.Text);
        builder.HasIndex(f => f.ProgrammeId);
    }
}
