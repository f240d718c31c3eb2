using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Recovery.Pulse;

/// <summary>
/// What is known of a business's month: the newest answer to each question, whichever door it came by. It is a sum of
/// <see cref="GivenAnswer"/> and can be made again from them.
/// </summary>
internal sealed class Report
{
    public Guid BusinessId { get; private init; }

    /// <summary>The first day of the month that was asked about.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>The wordings it was answered in; an answer to other wordings begins it anew.</summary>
    public string Wording { get; private set; } = "";

    public OperatingStatus? Status { get; private set; }
    public short? Reason { get; private set; }

    /// <summary>Whole rupiah in the month.</summary>
    public long? Sales { get; private set; }

    /// <summary>Against the same month a year before: 0 the same; 1 to 4 up and -1 to -4 down, by less than 10, 10 to 25, 26 to 50 and over 50 percent.</summary>
    public short? Compared { get; private set; }

    public short? Workers { get; private set; }

    /// <summary>Of ten buyers, those who came online.</summary>
    public short? Online { get; private set; }

    public short? Rotating { get; private set; }

    /// <summary>A bit for each question that was answered or skipped.</summary>
    public int Passed { get; private set; }

    public DateTime At { get; private set; }
    public int Version { get; private set; }

    public bool Has(Question question) => (Passed & (1 << (int)question)) != 0;

    /// <summary>True when nothing is left to ask.</summary>
    public bool IsComplete { get; private set; }

    public static Report Of(Guid business, DateOnly month) => new() { BusinessId = business, Month = month };

    /// <summary>The report as it would be with one more answer; this one stays as it is.</summary>
    public Report With(GivenAnswer answer)
    {
        var copy = (Report)MemberwiseClone();
        copy.Take(answer);
        return copy;
    }

    /// <summary>Takes an answer; what a changed status makes pointless is asked no more and counts no more.</summary>
    public void Take(GivenAnswer answer)
    {
        if (Wording.Length > 0 && Wording != answer.Wording)
        {
            (Status, Reason, Sales, Compared, Workers, Online, Rotating, Passed) = (null, null, null, null, null, null, null, 0);
        }

        (Wording, At, Version) = (answer.Wording, answer.At, Version + 1);
        Passed |= 1 << (int)answer.Question;
        switch (answer.Question)
        {
            case Question.Status: Status = (OperatingStatus?)answer.Value; break;
            case Question.Reason: Reason = (short?)answer.Value; break;
            case Question.Sales: Sales = answer.Value; break;
            case Question.Compared: Compared = (short?)answer.Value; break;
            case Question.Workers: Workers = (short?)answer.Value; break;
            case Question.Online: Online = (short?)answer.Value; break;
            default: Rotating = (short?)answer.Value; break;
        }

        IsComplete = Survey.Next(this) is null;
    }

    /// <summary>What is stored for a question, as its answers are stored; null where it was skipped or not asked.</summary>
    public long? Value(Question question) => question switch
    {
        Question.Status => (long?)Status,
        Question.Reason => Reason,
        Question.Sales => Sales,
        Question.Compared => Compared,
        Question.Workers => Workers,
        Question.Online => Online,
        _ => Rotating,
    };
}

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("recovery_reports");
        builder.HasKey(r => new { r.BusinessId, r.Month });
        builder.Property(r => r.Wording).HasMaxLength(GivenAnswerMapping.WordingLength);
        builder.Property(r => r.Status).HasConversion<short?>();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Month);
        builder.HasIndex(r => r.At);
    }
}
