namespace Pulih.Proof.Certificates.Print;

/// <summary>The part every certificate shares: a panel of woven kawung circles, a seal of fine loops, a line of waves.</summary>
internal static class Ornament
{
    // Whole pixels: a pattern that repeats exactly costs the picture almost nothing.
    private static readonly double Spacing = PngSheet.Points(53);
    private static readonly double PanelWidth = 4.25 * Spacing;
    private static readonly double SealX = PanelWidth + 2;
    private static readonly double SealY = PngSheet.Points(214);

    public static readonly IReadOnlyList<PathMark> Marks =
    [
        new(new Outline().Box(0, 0, Sheet.Width, Sheet.Height), Ink.Paper),
        .. Waves(),
        new(new Outline().Box(0, 0, PanelWidth, Sheet.Height), Ink.Deep),
        new(Kawung(), Ink.Weave, 0.6),
        new(new Outline().Box(PanelWidth, 0, 4, Sheet.Height), Ink.Turmeric),
        .. Seal(),
    ];

    // Circles of radius 0.707 spacings leave the four-petalled kawung of batik between them.
    private static Outline Kawung()
    {
        var radius = Spacing * 0.7071 - 0.8;
        var woven = new Outline();
        for (var y = 0; y < 17; y++)
        {
            for (var x = 0; x < 4; x++)
            {
                woven.Circle((x + 0.5) * Spacing, y * Spacing, radius);
            }
        }

        return woven;
    }

    private static IEnumerable<PathMark> Seal()
    {
        yield return new(new Outline().Circle(SealX, SealY, 62), Ink.Paper);
        yield return new(new Outline().Circle(SealX, SealY, 58).Circle(SealX, SealY, 35), Ink.Turmeric, 1.1);
        yield return new(Loops(56, 37, 18), Ink.Turmeric, 0.5);
        yield return new(new Outline().Circle(SealX, SealY, 31), Ink.Teal);
        yield return new(new Outline().Move(SealX - 14, SealY + 1).Line(SealX - 4, SealY + 11).Line(SealX + 15, SealY - 10), Ink.Paper, 5);
    }

    // A rosette: rings whose radius swings between inner and outer, each turned a little.
    private static Outline Loops(double outer, double inner, int petals)
    {
        var loops = new Outline();
        for (var turn = 0; turn < 4; turn++)
        {
            Swing(loops, (outer + inner) / 2, (outer - inner) / 2, petals, turn * Math.PI / (2 * petals));
        }

        return loops;
    }

    private static void Swing(Outline loops, double middle, double swing, int petals, double shift)
    {
        (double X, double Y) At(double a)
        {
            var r = middle + swing * Math.Sin(petals * a);
            return (SealX + r * Math.Cos(a + shift), SealY + r * Math.Sin(a + shift));
        }

        // Half a petal per cubic, through the tangents at its ends.
        var steps = petals * 4;
        var width = 2 * Math.PI / steps;
        (double X, double Y) Along(double a)
        {
            const double h = 1e-4;
            var (a1, a2) = (At(a - h), At(a + h));
            return ((a2.X - a1.X) / (2 * h), (a2.Y - a1.Y) / (2 * h));
        }

        var start = At(0);
        loops.Move(start.X, start.Y);
        for (var i = 0; i < steps; i++)
        {
            var (from, to) = (i * width, (i + 1) * width);
            var (p, q, d, e) = (At(from), At(to), Along(from), Along(to));
            loops.Curve(p.X + d.X * width / 3, p.Y + d.Y * width / 3, q.X - e.X * width / 3, q.Y - e.Y * width / 3, q.X, q.Y);
        }

        loops.Close();
    }

    private static IEnumerable<PathMark> Waves()
    {
        var waves = new Outline();
        for (var i = 0; i < 9; i++)
        {
            Wave(waves, PngSheet.Points(628), 9 - i * 2.25, i * PngSheet.Points(4));
        }

        yield return new(waves, Ink.Thread, 0.5);
    }

    private static void Wave(Outline waves, double y, double height, double shift)
    {
        // 0.3642 of a half wave: the handles that make a cubic follow a sine.
        var half = PngSheet.Points(54);
        var handle = half * 0.3642;
        var x = PanelWidth - shift;
        waves.Move(x, y);
        for (var up = true; x < Sheet.Width; up = !up, x += half)
        {
            var peak = up ? y - height * 1.33 : y + height * 1.33;
            waves.Curve(x + handle, peak, x + half - handle, peak, x + half, y);
        }
    }
}
