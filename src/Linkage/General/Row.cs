using Linkage.Standardising;

namespace Linkage.General;

/// <summary>A row of a list with any columns, standardised once.</summary>
public sealed class Row
{
    private readonly string[] texts;
    private readonly IReadOnlyList<Part>[] parts;

    /// <summary>Reads the cells of a row in the order of the columns.</summary>
    public Row(string id, IEnumerable<string> cells)
    {
        Id = id;
        var words = cells.Select(c => Words.Of(c)).ToArray();
        texts = [.. words.Select(w => Words.Shared(string.Join(' ', w)))];
        parts = [.. words.Select(IReadOnlyList<Part> (w) => [.. w.Select(x => new Part(Words.Shared(x), Words.Shared(x)))])];
    }

    /// <summary>The row's name in its list.</summary>
    public string Id { get; }

    /// <summary>A column's plain words with one space between them; empty where nothing is said.</summary>
    public string Text(int column) => texts[column];

    /// <summary>A column's words one by one.</summary>
    public IReadOnlyList<Part> Parts(int column) => parts[column];
}
