namespace Pulih.Participation.Registration;

/// <summary>"Saya setuju", "iya kak boleh", "bukan kak, beda": more than one word, and still an answer.</summary>
internal static class YesOrNo
{
    private const int MostWords = 6;

    /// <summary>What the words say; null where they say neither or tell a story.</summary>
    public static bool? Read(string typed)
    {
        var words = typed.ToLowerInvariant().Split((char[])[' ', ',', '.', '!', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
        {
            return null;
        }

        return words.Any(w => w is "tidak" or "tdk" or "gak" or "ga" or "nggak" or "jangan" or "belum" or "bukan" or "bkn" or "beda" or "berbeda") ? false
            : words.Any(w => w is "setuju" or "bersedia" or "boleh" or "ya" or "iya" or "oke" or "mau" or "siap" or "betul" or "benar" or "sama") ? true
            : null;
    }
}
