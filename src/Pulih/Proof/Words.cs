using System.Globalization;
using System.Resources;

namespace Pulih.Proof;

/// <summary>The capability's texts in a language that is chosen by the document, not by the reader.</summary>
internal static class Words
{
    private static readonly ResourceManager All = new(typeof(Texts));

    public static string In(CultureInfo language, string text, params object[] values) =>
        string.Format(language, All.GetString(text, language) ?? throw new MissingManifestResourceException(text), values);
}
