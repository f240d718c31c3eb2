using System.Text.RegularExpressions;

namespace Pulih.Programmes;

/// <summary>The short name of a programme, partner or cohort: it stands in addresses, lists and links, so it never changes.</summary>
internal static partial class Code
{
    public const int Longest = 40;

    /// <summary>Gives the code back when it is lower-case letters, digits and hyphens; throws otherwise.</summary>
    public static string Checked(string code) =>
        IsValid(code) ? code : throw new ArgumentException($"'{code}' is no code: 2 to {Longest} of a–z, 0–9 and hyphens.", nameof(code));

    // "new" is the address of the empty form.
    public static bool IsValid(string? code) => code is not null and not "new" && Shape().IsMatch(code);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
