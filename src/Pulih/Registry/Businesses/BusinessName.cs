using Pulih.Registry.People;
using Pulih.Registry.Words;

namespace Pulih.Registry.Businesses;

/// <summary>The name of a business as typed: every word is its own, only what cannot be seen goes.</summary>
internal static class BusinessName
{
    public static string? Read(string typed)
    {
        var name = CleanText.Cut(CleanText.Of(typed).Trim('"', '*', '_', '\'', ' ', '.', ','), PersonName.Longest);
        return name.Length == 0 || !name.Any(char.IsLetterOrDigit) ? null : name;
    }
}
