using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Platform.Storage;

namespace Pulih.Recovery.Pulse;

/// <summary>Where an answer was given.</summary>
internal enum Door
{
    Chat = 1,

    /// <summary>The owner's own page.</summary>
    Page = 2,

    /// <summary>Somebody at the desk who asked by phone.</summary>
    Enumerator = 3,
}

/// <summary>One answer as it was given, in which words it was asked and by which door it came. It is never changed: a correction follows it.</summary>
internal sealed class GivenAnswer
{
    public Guid Id { get; private init; }
    public Guid BusinessId { get; private init; }
    public DateOnly Month { get; private init; }
    public Question Question { get; private init; }

    /// <summary>As <see cref="Survey"/> numbers it; null when the question was skipped.</summary>
    public long? Value { get; private init; }

    public string Wording { get; private init; } = "";
    public Door Door { get; private init; }

    /// <summary>The account that typed it; null where the owner did.</summary>
    public Guid? By { get; private init; }

    public DateTime At { get; private init; }

    /// <summary>Throws where the value can be no answer to the question.</summary>
    public static GivenAnswer Of(Guid business, DateOnly month, Question question, long? value, Door door, Guid? by, TimeProvider clock)
    {
        if (value is { } given && !Survey.Fits(question, month, given))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"No answer to {question} of business {business}.");
        }

        return new()
        {
            Id = Ids.Next(clock), BusinessId = business, Month = month, Question = question, Value = value, Wording = Survey.Version, Door = door, By = by, At = clock.GetUtcNow().UtcDateTime,
        };
    }
}

internal sealed class GivenAnswerMapping : IEntityTypeConfiguration<GivenAnswer>
{
    public const int WordingLength = 12;

    public void Configure(EntityTypeBuilder<GivenAnswer> builder)
    {
        builder.ToTable("recovery_answers");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Question).HasConversion<short>();
        builder.Property(a => a.Door).HasConversion<short>();
        builder.Property(a => a.Wording).HasMaxLength(WordingLength);
        builder.HasIndex(a => new { a.Month, a.Id });
        builder.HasIndex(a => a.BusinessId);
    }
}
