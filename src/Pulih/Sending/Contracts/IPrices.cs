namespace Pulih.Sending.Contracts;

/// <summary>What talking to people costs.</summary>
public interface IPrices
{
    /// <summary>Today's prices for people in Indonesia.</summary>
    ValueTask<PriceList> Today(CancellationToken cancel);
}

/// <summary>Prices of one delivered message, in rupiah.</summary>
/// <param name="Reply">An answer within 24 hours, beyond what a number has free each month.</param>
/// <param name="Invitation">A template that begins a conversation with somebody who did not write; Meta takes an invitation for marketing.</param>
public sealed record PriceList(decimal Reply, decimal Invitation)
{
    /// <summary>
    /// What a talk of so many answers costs at most, by how the person came: by an ad or a Page button (free for 72 hours),
    /// by writing first, by an invitation of ours.
    /// </summary>
    public (decimal ByAd, decimal Writing, decimal Invited) Of(int answers) => (0, answers * Reply, Invitation + answers * Reply);
}
