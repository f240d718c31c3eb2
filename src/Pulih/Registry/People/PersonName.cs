using System.Globalization;
using System.Text;
using Pulih.Registry.Words;

namespace Pulih.Registry.People;

/// <summary>A person's name as typed in chat, without the "Bu" or "Pak" before it, which is kept as a form of address.</summary>
internal sealed record PersonName(string Name, string? Address)
{
    public const int Longest = 60;

    private static readonly Dictionary<string, string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bu"] = "Bu", ["ibu"] = "Bu", ["ny"] = "Bu", ["nyonya"] = "Bu", ["buk"] = "Bu", ["bunda"] = "Bu",
        ["pak"] = "Pak", ["bapak"] = "Pak", ["bpk"] = "Pak", ["bp"] = "Pak", ["tn"] = "Pak", ["tuan"] = "Pak",
        ["mbak"] = "Mbak", ["mbk"] = "Mbak", ["mba"] = "Mbak", ["mas"] = "Mas", ["kak"] = "Kak", ["kakak"] = "Kak", ["bang"] = "Bang", ["teh"] = "Teh",
    };

    // "Nama saya Sri" answers the question in a sentence; none of these words is a name.
    private static readonly HashSet<string> Leading = new(StringComparer.OrdinalIgnoreCase) { "nama", "namaku", "nama:", "saya", "sy", "aku", "adalah", "panggil", "panggilan", "namanya", "dengan", "dg", "perkenalkan", "kenalkan", "ini", ":" };

    /// <summary>Reads a typed name, or null where no letter of a name is in it.</summary>
    public static PersonName? Read(string typed)
    {
        var words = CleanText.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = 0;
        while (first < words.Length && Leading.Contains(words[first]))
        {
            first++;
        }

        string? address = null;
        while (first < words.Length - 1 && Addresses.TryGetValue(words[first].TrimEnd('.'), out var form))
        {
            address ??= form;
            first++;
        }

        var name = CleanText.Cut(string.Join(' ', words[first..]).Trim(' ', '.', ',', '-', ':', ';', '!', '*', '_', '"'), Longest);
        return name.EnumerateRunes().Any(Rune.IsLetter) ? new PersonName(InNameCase(name), address) : null;
    }

    // People type in one case or the other; a name of both is left as its owner wrote it.
    private static string InNameCase(string name) =>
        name == name.ToLower(CultureInfo.InvariantCulture) || name.Length > 3 && name == name.ToUpper(CultureInfo.InvariantCulture)
            ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLower(CultureInfo.InvariantCulture))
            : name;
}
