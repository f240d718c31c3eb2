using System.Globalization;

namespace Pulih.Platform.Language;

/// <summary>The two languages of every screen and message; Indonesian is the first.</summary>
public static class Cultures
{
    public static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
}
