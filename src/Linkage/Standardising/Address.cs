namespace Linkage.Standardising;

/// <summary>An address as it is compared: street or hamlet, house number, RT and RW (the two numbers of a neighbourhood), village. What is not said is empty.</summary>
public sealed record Address(string Street, string Number, string Neighbourhood, string Village)
{
    /// <summary>Nothing is said.</summary>
    public static readonly Address None = new("", "", "", "");

    /// <summary>Whether nothing is said that could be compared.</summary>
    public bool IsEmpty => Street.Length == 0 && Village.Length == 0 && Neighbourhood.Length == 0;

    /// <summary>"Jl. Melati No. 17, RT 003/RW 02 Ds. Sukamaju": melati, 17, 3/2, sukamaju.</summary>
    public static Address Read(string cell, Place district)
    {
        if (cell.Length < 3)
        {
            return None;
        }

        var text = Words.Plain(cell, ",/");
        var words = text.Replace(",", " , ", StringComparison.Ordinal).Replace("/", " / ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (street, village) = (new List<string>(3), new List<string>(2));
        var (number, rt, rw) = ("", "", "");
        var into = street;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var next = i + 1 < words.Length ? words[i + 1] : "";
            if (word is "rt" or "rw" && next.Length > 0 && char.IsAsciiDigit(next[0]))
            {
                (rt, rw) = word == "rt" ? (next, rw) : (rt, next);
                into = village;
                i++;
            }
            else if (Joined(word) is { } glued)
            {
                (rt, rw) = word[1] == 't' ? (glued, rw) : (rt, glued);
                into = village;
            }
            else if (char.IsAsciiDigit(word[0]))
            {
                if (next == "/" && i + 2 < words.Length && char.IsAsciiDigit(words[i + 2][0]))
                {
                    (rt, rw) = (word, words[i + 2]);
                    i += 2;
                    into = village;
                }
                else if (street.Count > 0 && number.Length == 0)
                {
                    number = word.TrimStart('0');
                }
            }
            else if (word is "ds" or "desa" or "kel" or "kelurahan" or "nagari" or "gampong")
            {
                into = village;
                village.Clear();
            }
            else if (word is "," or "/")
            {
                into = street.Count > 0 ? village : street;
            }
            else if (word is not ("jl" or "jln" or "jalan" or "gg" or "gang" or "no" or "nomor" or "nmr" or "dk" or "dsn" or "dusun" or "kp" or "kampung" or "dukuh" or "blok" or "rt" or "rw" or "kec" or "kecamatan" or "kab" or "kabupaten" or "kota"))
            {
                into.Add(word);
            }
        }

        return new(Name(street), number, rt.Length + rw.Length == 0 ? "" : Words.Shared($"{rt.TrimStart('0')}/{rw.TrimStart('0')}"), Name(village));

        // The village may be followed by the district it lies in, which stands in a column of its own.
        string Name(List<string> parts)
        {
            var name = string.Concat(parts);
            return Words.Shared(name.Length > district.Name.Length && name.EndsWith(district.Name, StringComparison.Ordinal) ? name[..^district.Name.Length] : name == district.Name ? "" : name);
        }
    }

    private static string? Joined(string word) =>
        word.Length > 2 && word[0] == 'r' && word[1] is 't' or 'w' && word.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0 ? word[2..] : null;
}
