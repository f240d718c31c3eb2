using System.Collections.Frozen;
using System.Text;
using Pulih.Chat.Contracts;

namespace Pulih.Chat.Words;

/// <summary>Recognises the words that mean the same at any point, in their everyday spellings, when they are the whole message.</summary>
internal static class EverydayWords
{
    private static readonly FrozenDictionary<string, Word> Spellings = new Dictionary<Word, string>
    {
        [Word.Continue] = "lanjut lanjutkan lanjot lnjut lanjt next teruskan terus mulai mulailah start continue ayo gas",
        [Word.Repeat] = "ulang ulangi ulangin lagi repeat again",
        [Word.Help] = "bantuan bantu help tolong admin tanya bingung",
        [Word.Human] = "petugas operator bicara-dengan-petugas bicara-petugas tanya-petugas hubungi-petugas bicara-dengan-orang minta-petugas human",
        [Word.Link] = "hubungkan sambungkan hubungkan-akun pakai-di-messenger pakai-di-instagram pindah-ke-messenger pindah-ke-instagram pindah-ke-whatsapp link",
        [Word.Stop] = "stop berhenti unreg setop unsubscribe jangan-kirim jangan-kirim-lagi berhenti-langganan",
        [Word.Menu] = "menu beranda home",
        [Word.ChangeData] = "ubah-data ubah-data-saya ubahdata ganti-data ganti-data-saya edit-data perbaiki-data change-data",
        [Word.Yes] = "ya iya y yes yup ok oke okey okay siap boleh setuju bersedia mau benar betul yoi sip 👍 👌",
        [Word.No] = "tidak tdk gak ga nggak ngga enggak engga no nope tak jangan tidak-boleh tidak-setuju tidak-mau belum blm 👎",
    }.SelectMany(w => w.Value.Split(' ').Select(s => (Spelling: s.Replace('-', ' '), Word: w.Key))).ToFrozenDictionary(s => s.Spelling, s => s.Word);

    private static readonly string[] Polite = [" ya", " dong", " deh", " kak", " min", " pak", " bu", " please", " aja", " saja"];

    public static Word Of(string text)
    {
        if (text.Length is 0 or > 40)
        {
            return Word.None;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            // Politeness, punctuation and skin tones around the word do not change it.
            if (char.IsLetterOrDigit(c) || c is '\ud83d' or '\udc4d' or '\udc4c' or '\udc4e')
            {
                plain.Append(c);
            }
            else if (plain.Length > 0 && plain[^1] != ' ' && !char.IsSurrogate(c))
            {
                plain.Append(' ');
            }
        }

        var words = plain.ToString().Trim();
        while (Array.Find(Polite, p => words.EndsWith(p, StringComparison.Ordinal)) is { } polite)
        {
            words = words[..^polite.Length];
        }

        return Spellings.GetValueOrDefault(words);
    }
}
