using Linkage.Scoring;

namespace Linkage.General;

/// <summary>A model for lists with any columns: what is compared how, which rows are brought together, and the weights once it was trained.</summary>
public sealed record GeneralModel
{
    /// <summary>The column that names a row.</summary>
    public string Id { get; init; } = "record_id";

    /// <summary>What is compared, each column in one comparison only.</summary>
    public required IReadOnlyList<ColumnComparison> Compare { get; init; }

    /// <summary>
    /// Blocking keys. Rows that agree on all parts of one of them are compared. A part is a column, or the beginning of
    /// one (<c>surname:3</c>), or its sound (<c>surname:sound</c>); rows in which a part is empty do not take part.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<string>> Block { get; init; }

    /// <summary>The trained weights; absent before training.</summary>
    public Model? Weights { get; init; }
}

/// <summary>One comparison of a general model.</summary>
/// <param name="Name">The name its weights are kept under.</param>
/// <param name="Kind">
/// <c>text</c>: words with slips of the keyboard; <c>names</c>: the parts of a name, in any order and over several
/// columns; <c>date</c>: year, month and day as eight digits; <c>code</c>: digits or letters of which one may be wrong.
/// </param>
/// <param name="Columns">The columns it looks at.</param>
public sealed record ColumnComparison(string Name, string Kind, IReadOnlyList<string> Columns);
