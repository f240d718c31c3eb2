using System.Globalization;
using Pulih.Platform.Language;
using Pulih.Platform.Print;

namespace Pulih.Proof.Certificates.Print;

/// <summary>Sets a certificate: the one layout behind its PDF and its picture.</summary>
internal static class Layout
{
    private const double Left = 238;
    private const double Right = Sheet.Width - 46;
    private const double Bottom = Sheet.Height - 42;


    public static Sheet Of(PrintedCertificate printed)
    {
        var code = QrMark.Of(printed.Link, Words.In(Cultures.Indonesian, "QR code that opens the page where this certificate can be checked: {0}", printed.Link), Right, Bottom);
        return new(printed, Ornament.Marks, [.. Head(printed), .. Award(printed), .. Foot(printed, code.X - 24)], code);
    }

    private static IEnumerable<TextMark> Head(PrintedCertificate printed)
    {
        var programme = Fitted.Into(Right - Left, 1, Face.Strong, 14, 9, printed.Programme);
        yield return new(programme.Lines[0], Face.Strong, programme.Size, Ink.Teal, Left, 62);
        var organisers = Fitted.Into(Right - Left, 2, Face.Text, 10, 7, printed.Organisers);
        var y = 78.0;
        foreach (var line in organisers.Lines)
        {
            yield return new(line, Face.Text, organisers.Size, Ink.Soft, Left, y);
            y += organisers.Size * 1.3;
        }

        yield return new(Words.In(Cultures.Indonesian, "Certificate of training"), Face.Display, 44, Ink.Deep, Left - 2, 154, Role.Title);
        yield return new(Words.In(Cultures.English, "Certificate of training"), Face.Text, 11, Ink.Soft, Left, 173, English: true);
    }

    private static IEnumerable<TextMark> Award(PrintedCertificate printed)
    {
        var to = Words.In(Cultures.Indonesian, "awarded to");
        yield return new(to, Face.Text, 12, Ink.Black, Left, 217);
        yield return new(Words.In(Cultures.English, "awarded to"), Face.Text, 9.5, Ink.Soft, Left + Faces.Width(Face.Text, 12, to) + 8, 217, English: true);
        var owner = Fitted.Into(Right - Left, 2, Face.Display, 42, 17, printed.Owner);
        var y = 217 + (owner.Lines.Count == 1 ? 12 + owner.Size : 6 + owner.Size);
        // The display cut's hairlines break up when small, most of all in a recompressed picture.
        var face = owner.Size < 27 ? Face.Strong : Face.Display;
        owner = face == Face.Display ? owner : Fitted.Into(Right - Left, 2, face, 24, 14, printed.Owner);
        foreach (var line in owner.Lines)
        {
            yield return new(line, face, owner.Size, Ink.Black, Left - 1, y, Role.Heading);
            y += owner.Size * 1.12;
        }

        var business = Fitted.Into(Right - Left, 1, Face.Strong, 14, 9, printed.Business);
        yield return new(business.Lines[0], Face.Strong, business.Size, Ink.Teal, Left, 297);

        yield return new(Words.In(Cultures.Indonesian, "who completed this training and passed its quiz:"), Face.Text, 12, Ink.Black, Left, 335);
        var course = Fitted.Into(Right - Left, 2, Face.Strong, 22, 12, printed.Course);
        y = 335 + (course.Lines.Count == 1 ? 28 : 7 + course.Size);
        foreach (var line in course.Lines)
        {
            yield return new(line, Face.Strong, course.Size, Ink.Deep, Left, y, Role.Heading);
            y += course.Size * 1.2;
        }

        yield return new(Words.In(Cultures.Indonesian, "with {0} of {1} questions answered correctly, on {2}.", printed.Score, printed.Of, DateIn(Cultures.Indonesian, printed.Date)), Face.Text, 12, Ink.Black, Left, 394);
        yield return new(Words.In(Cultures.English, "who completed this training and passed its quiz with {0} of {1} questions answered correctly, on {2}.", printed.Score, printed.Of, DateIn(Cultures.English, printed.Date)), Face.Text, 9.5, Ink.Soft, Left, 411, English: true);
    }

    private static IEnumerable<TextMark> Foot(PrintedCertificate printed, double right)
    {
        var y = Bottom - 76;
        yield return new(Words.In(Cultures.Indonesian, "Check this certificate"), Face.Strong, 11, Ink.Teal, Left, y);
        var where = Fitted.Into(right - Left, 1, Face.Text, 10, 6.5, Words.In(Cultures.Indonesian, "Scan the QR code, or open {0} and type this code:", printed.TypeAt));
        yield return new(where.Lines[0], Face.Text, where.Size, Ink.Black, Left, y + 16);
        yield return new(printed.ShortCode, Face.Strong, 24, Ink.Deep, Left, y + 46);
        var link = Fitted.Into(right - Left, 2, Face.Text, 8, 6, printed.Link);
        y = Bottom - 12 + (link.Lines.Count == 1 ? 8 : 0);
        foreach (var line in link.Lines)
        {
            yield return new(line, Face.Text, link.Size, Ink.Soft, Left, y, Role.Link);
            y += link.Size * 1.3;
        }
    }

    private static string DateIn(CultureInfo language, DateOnly date) => date.ToString("d MMMM yyyy", language);
}
