using System.Globalization;

namespace Pulih.Platform.Language;

/// <summary>The two languages of every screen and message; Indonesian is the first.</summary>
public static class Cultures
{
    public static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What is to be said where nobody has set a language, outside a conversation: in Indonesian. The caller's language is as before afterwards.</summary>
    public static T First<T>(Func<T> say)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Indonesian;
        try
        {
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
