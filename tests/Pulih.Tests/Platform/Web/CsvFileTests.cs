using CsCheck;

namespace Pulih.Platform.Web;

public sealed class CsvFileTests
{
    private static readonly Gen<string> Cells = Gen.Char["'=+-@\t a1"].Array[0, 6].Select(c => new string(c));

    [Fact]
    public void Every_cell_is_read_back_as_it_was() => Cells.Sample(cell => CsvFile.Unguarded(CsvFile.Guarded(cell)) == cell);

    [Fact]
    public void No_cell_begins_as_a_formula_does() => Cells.Sample(cell => CsvFile.Guarded(cell) is not ['=' or '+' or '-' or '@' or '\t', ..]);

    [Fact]
    public void Any_other_cell_stays_as_it_is() => Cells.Where(c => c.TrimStart('\'') is not ['=' or '+' or '-' or '@' or '\t', ..]).Sample(cell => CsvFile.Guarded(cell) == cell && CsvFile.Unguarded(cell) == cell);
}
