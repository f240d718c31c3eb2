using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;

namespace Pulih.Platform.Web;

/// <summary>A number on the desk's start page and the list it leads to; a label is a whole text in the reader's language.</summary>
/// <param name="Trouble">Something waits for a human.</param>
public sealed record DeskFigure(string Label, string Number, string Address, bool Trouble = false);

/// <summary>A capability's numbers for the start page; none of them may cost more than a look at an index.</summary>
public interface IDeskFigures
{
    int Order { get; }

    /// <summary>Whom the numbers are for; one of <see cref="Policies"/>.</summary>
    string Policy { get; }

    Task<IReadOnlyList<DeskFigure>> Of(PulihDb db, PartnerScope scope, CancellationToken cancel);
}

/// <summary>Counting as far as anybody reads: "50+" says as much as an exact number and never costs more than 51 rows.</summary>
public static class Some
{
    public const int Most = 50;

    public static string Of(int countedToMostPlusOne) => countedToMostPlusOne > Most ? $"{Most}+" : Language.Formats.Number(countedToMostPlusOne);
}
