using System.Text;
using Pulih.Platform.Web;

namespace Pulih.Classes.Attendance;

/// <summary>One stretch of one participant as a report tells it; times are UTC.</summary>
internal sealed record ReportLine(string Name, string Contact, DateTime From, DateTime Until);

/// <summary>What was read of a report, and how many of its lines told no time that could be read.</summary>
internal sealed record Report(IReadOnlyList<ReportLine> Lines, int Unread);

/// <summary>The file is no attendance report that can be read; the message is the key of a text.</summary>
internal sealed class ReportRefused(string key, Exception? cause = null) : Exception(key, cause);

/// <summary>
/// Reads the attendance reports of video tools: Zoom's in its several shapes, Google Meet's, BigBlueButton's and whatever
/// else has a column for the name and one for the time of coming. A date that may be read in two ways is read in the way
/// that falls on the class.
/// </summary>
internal static class ReadReport
{
    private const int MostLines = 100_000;

    /// <summary>Reads a file of at most some megabytes. Throws <see cref="ReportRefused"/> with what is wrong.</summary>
    /// <param name="file">The file as it came.</param>
    /// <param name="held">When the class was held, UTC: dates are read by it.</param>
    /// <param name="zone">The zone of the report's times.</param>
    public static Report Of(byte[] file, Span held, TimeZoneInfo zone)
    {
        var rows = Rows(file);
        var columns = ReportColumns.Find(rows) ?? throw new ReportRefused("report.refused.columns");
        var lines = new List<ReportLine>();
        var (unread, elsewhere) = (0, 0);
        foreach (var row in rows.Skip(columns.Below))
        {
            if (columns.Name(row) is not { Length: > 0 } name)
            {
                continue;
            }

            var from = ReportTimes.Moments(columns.From(row), held.From, zone).ToList();
            if (from.Count == 0)
            {
                unread++;
            }
            else if (Near(from, held) is not { } came)
            {
                elsewhere++;
            }
            else
            {
                lines.Add(new(Short(name), Short(columns.Contact(row)), came, Left(columns, row, came, zone)));
            }
        }

        return lines.Count > 0 ? new(lines, unread + elsewhere) : throw new ReportRefused(elsewhere > 0 ? "report.refused.other-day" : "report.refused.empty");
    }

    private static DateTime Left(ReportColumns columns, string[] row, DateTime came, TimeZoneInfo zone)
    {
        var left = ReportTimes.Moments(columns.Until(row), came, zone).Where(m => m >= came && m < came.AddDays(1)).ToList();
        return left.Count > 0 ? left[0] : came + (ReportTimes.Length(columns.Length(row)) ?? TimeSpan.Zero);
    }

    private static DateTime? Near(List<DateTime> moments, Span held) =>
        moments.Where(m => m > held.From.AddHours(-12) && m < held.Until.AddHours(12)).OrderBy(m => (m - held.From).Duration()).Cast<DateTime?>().FirstOrDefault();

    private static List<string[]> Rows(byte[] file)
    {
        if (file is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            throw new ReportRefused("report.refused.sheet");
        }

        using var content = new MemoryStream(file, writable: false);
        var encoding = SeparatedText.EncodingOf(content) ?? throw new ReportRefused("report.refused.csv");
        try
        {
            var rows = SeparatedText.Rows(content, encoding, Separator(file, encoding)).Select(r => r.Cells).Take(MostLines + 1).ToList();
            return rows.Count <= MostLines ? rows : throw new ReportRefused("report.refused.size");
        }
        catch (InvalidDataException broken)
        {
            throw new ReportRefused("report.refused.csv", broken);
        }
    }

    // Some reports begin with heads of another shape, from whose first line nothing can be told.
    private static char Separator(byte[] file, Encoding encoding)
    {
        var head = encoding.GetString(file.AsSpan(0, Math.Min(file.Length, 8_000)));
        var (commas, tabs, semicolons) = (head.AsSpan().Count(','), head.AsSpan().Count('\t'), head.AsSpan().Count(';'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static string Short(string cell) => cell.Length > 120 ? cell[..120] : cell;
}
