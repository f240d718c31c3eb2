namespace Pulih.Bench.Worlds;

/// <summary>An invented business as the truth has it; one of its owners is written down each time.</summary>
internal sealed record Business(int Number, string Kind, string Words, string Product, string Sector, string Nib, Owner[] Owners);

/// <summary>Invents businesses.</summary>
internal sealed class Businesses(Random random)
{
    // Kind, line of business, what is sold.
    private static readonly (string Kind, string Sector, string[] Products)[] Kinds =
    [
        ("Warung", "Makanan dan Minuman", ["Bakso", "Soto Ayam", "Nasi Goreng", "Pecel", "Kopi"]), ("Rumah Makan", "Makanan dan Minuman", ["Padang", "Sunda", "Ikan Bakar"]),
        ("Toko", "Perdagangan", ["Kelontong", "Bangunan", "Plastik", "Sembako"]), ("Katering", "Makanan dan Minuman", ["Nasi Kotak", "Kue Basah"]), ("Konveksi", "Fesyen", ["Seragam", "Kaos", "Gamis"]),
        ("Penjahit", "Fesyen", ["Kebaya", "Jas"]), ("Bengkel", "Jasa", ["Motor", "Las", "Mobil"]), ("Laundry", "Jasa", ["Kiloan"]), ("Salon", "Jasa", ["Rias Pengantin", "Potong Rambut"]),
        ("UD", "Perdagangan", ["Beras", "Pupuk"]), ("CV", "Perdagangan", ["Alat Tulis"]), ("Kelompok Tani", "Pertanian", ["Padi", "Cabai"]), ("Batik", "Kriya", ["Tulis", "Cap"]), ("Keripik", "Makanan Olahan", ["Singkong", "Pisang", "Tempe"]),
    ];

    private static readonly string[] Words = "Berkah Barokah Jaya Makmur Sejahtera Abadi Rezeki Sinar Mulya Maju Sumber Putra Putri Mekar Sari Rasa Aneka Indah Cahaya Bintang Harapan Mandiri Lestari Sentosa Amanah Family Utama Bersama Setia Murni".Split(' ');
    private int made;

    /// <summary>A business of this owner; another of theirs may share its number.</summary>
    public Business Of(Owner[] owners, Business? another)
    {
        var (kind, sector, products) = Kinds[random.Next(Kinds.Length)];
        var drawn = random.NextDouble();
        var words = drawn < .35 ? $"{Words[Skewed(Words.Length)]} {Words[Skewed(Words.Length)]}"
            : drawn < .55 ? Words[Skewed(Words.Length)]
            : drawn < .75 ? $"{(owners[0].IsWoman ? "Bu" : "Pak")} {owners[0].Name[^1]}"
            : drawn < .9 ? $"{products[random.Next(products.Length)]} {owners[0].Name[0]}"
            : products[random.Next(products.Length)] + " " + owners[0].Home.Village;
        var nib = random.NextDouble() switch { < .5 => "", _ when another is { Nib.Length: > 0 } && random.NextDouble() < .4 => another.Nib, _ => random.NextInt64(1_000_000_000_000, 9_999_999_999_999).ToString(System.Globalization.CultureInfo.InvariantCulture) };
        return new(++made, kind, words, products[random.Next(products.Length)], sector, nib, owners);
    }

    private int Skewed(int count) => (int)(count * Math.Pow(random.NextDouble(), 1.5));
}
