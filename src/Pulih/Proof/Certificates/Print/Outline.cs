namespace Pulih.Proof.Certificates.Print;

internal enum Pen
{
    Move,
    Line,
    Curve,
    Close,
}

/// <summary>One stroke of the pen; a curve uses three points, a move or a line the last one.</summary>
internal sealed record Step(Pen Pen, double X1, double Y1, double X2, double Y2, double X, double Y);

/// <summary>A path in points from the top left corner, the same for paper and picture.</summary>
internal sealed class Outline
{
    // The cubic closest to a quarter of a circle.
    private const double Quarter = 0.5522847498;

    private readonly List<Step> steps = [];

    public IReadOnlyList<Step> Steps => steps;

    public Outline Move(double x, double y) => Add(new(Pen.Move, 0, 0, 0, 0, x, y));

    public Outline Line(double x, double y) => Add(new(Pen.Line, 0, 0, 0, 0, x, y));

    public Outline Curve(double x1, double y1, double x2, double y2, double x, double y) => Add(new(Pen.Curve, x1, y1, x2, y2, x, y));

    public Outline Close() => Add(new(Pen.Close, 0, 0, 0, 0, 0, 0));

    public Outline Box(double x, double y, double width, double height) =>
        Move(x, y).Line(x + width, y).Line(x + width, y + height).Line(x, y + height).Close();

    public Outline Circle(double x, double y, double r)
    {
        var k = r * Quarter;
        return Move(x + r, y)
            .Curve(x + r, y + k, x + k, y + r, x, y + r)
            .Curve(x - k, y + r, x - r, y + k, x - r, y)
            .Curve(x - r, y - k, x - k, y - r, x, y - r)
            .Curve(x + k, y - r, x + r, y - k, x + r, y)
            .Close();
    }

    private Outline Add(Step step)
    {
        steps.Add(step);
        return this;
    }
}
