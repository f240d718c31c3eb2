using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Sending.Cost;

/// <summary>
/// A programme's purse for messages, in hundredths of a rupiah. <see cref="Spent"/> and <see cref="Reserved"/> together
/// never pass <see cref="Limit"/> by what is dispatched: a reservation is made, under the row's lock, before the request.
/// </summary>
internal sealed class Budget
{
    /// <summary>Who pays while nobody knows the person's programme yet.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    /// <summary>The programme's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Null where none was set: then all goes out and is counted.</summary>
    public long? Limit { get; set; }

    /// <summary>Held for messages on their way.</summary>
    public long Reserved { get; set; }

    /// <summary>Settled by what the provider reported.</summary>
    public long Spent { get; set; }

    /// <summary>Settled for what no budget may stop: stopping, consent, erasure, sign-in codes, answers of humans.</summary>
    public long Beyond { get; set; }

    /// <summary>The last fiftieth is kept for telling people how they can go on without messages.</summary>
    public long? LimitOfReplies => Limit - Limit / 50;

    /// <summary>True where this much more stays within the limit, or within what <paramref name="forFarewell"/> may use of it.</summary>
    public bool Affords(long sen, bool forFarewell) => sen == 0 || Limit is null || Spent + Reserved + sen <= (forFarewell ? Limit : LimitOfReplies);
}

internal sealed class BudgetMapping : IEntityTypeConfiguration<Budget>
{
    public void Configure(EntityTypeBuilder<Budget> builder)
    {
        builder.ToTable("sending_budgets");
        builder.Property(b => b.Id).ValueGeneratedNever();
    }
}

/// <summary>A limit as it was set at a moment, and why; the newest holds.</summary>
internal sealed class BudgetChange
{
    public required Guid Id { get; init; }
    public required Guid BudgetId { get; init; }
    public required long? Limit { get; init; }
    public required string Reason { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class BudgetChangeMapping : IEntityTypeConfiguration<BudgetChange>
{
    public void Configure(EntityTypeBuilder<BudgetChange> builder)
    {
        builder.ToTable("sending_budget_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(500);
        builder.Property(c => c.By).HasMaxLength(256);
        builder.HasIndex(c => new { c.BudgetId, c.Id });
    }
}
