using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Chat.Contracts;
using Pulih.Platform.Storage;

namespace Pulih.Learning.Tasks;

internal enum PieceState
{
    /// <summary>A photo that is still with the provider.</summary>
    Coming = 0,
    Here = 1,

    /// <summary>The provider has it no longer, or it is no picture.</summary>
    Lost = 2,
}

/// <summary>One photo or link of a hand-in. A photo is kept drawn anew, at most 100 KB, so that nothing of the file it came in is left.</summary>
internal sealed class Piece
{
    /// <summary>So many a hand-in has at most: more nobody looks at.</summary>
    public const int Most = 5;

    private Piece()
    {
    }

    public Guid Id { get; private init; }
    public Guid HandInId { get; private init; }
    public string? Link { get; private init; }
    public string? Channel { get; private init; }

    /// <summary>The provider's id of the photo.</summary>
    public string? File { get; private init; }

    /// <summary>JPEG.</summary>
    public byte[]? Photo { get; private set; }

    public PieceState State { get; private set; }
    public int Tries { get; private set; }
    public DateTime? TryAt { get; private set; }

    public static Piece OfLink(string link, TimeProvider clock) => New(clock, link: link, state: PieceState.Here);

    public static Piece OfPhoto(byte[] jpeg, TimeProvider clock) => New(clock, photo: jpeg, state: PieceState.Here);

    public static Piece OfFile(string channel, string file, TimeProvider clock) => New(clock, channel: channel, file: file, state: PieceState.Coming);

    /// <summary>The same piece of another hand-in, one that waits already.</summary>
    public Piece Of(Guid handIn) =>
        handIn == HandInId ? this : new() { Id = Id, HandInId = handIn, Link = Link, Channel = Channel, File = File, Photo = Photo, State = State, TryAt = TryAt };

    public void Arrive(byte[] jpeg) => (Photo, State, TryAt) = (jpeg, PieceState.Here, null);

    public void Lose() => (State, TryAt) = (PieceState.Lost, null);

    /// <summary>Is tried again; see <see cref="FetchAgain"/>.</summary>
    public void TryLater(TimeProvider clock) => TryAt = FetchAgain.At(clock.GetUtcNow().UtcDateTime, Tries++);

    private static Piece New(TimeProvider clock, PieceState state, string? link = null, string? channel = null, string? file = null, byte[]? photo = null) => new()
    {
        Id = Ids.Next(clock), HandInId = Ids.Next(clock), Link = link, Channel = channel, File = file, Photo = photo, State = state,
        TryAt = state == PieceState.Coming ? clock.GetUtcNow().UtcDateTime : null,
    };
}

internal sealed class PieceMapping : IEntityTypeConfiguration<Piece>
{
    public const int LinkLength = 500;

    public void Configure(EntityTypeBuilder<Piece> builder)
    {
        builder.ToTable("learning_pieces");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Link).HasMaxLength(LinkLength);
        builder.Property(p => p.Channel).HasMaxLength(12);
        builder.Property(p => p.File).HasMaxLength(256);
        builder.Property(p => p.State).HasConversion<short>();
        builder.HasIndex(p => p.HandInId);
        builder.HasIndex(p => p.TryAt).HasFilter("\"State\" = 0").HasDatabaseName("ix_learning_pieces_coming");
    }
}
