using Pulih.Registry.Contracts;

namespace Pulih.Bench.Worlds;

/// <summary>An invented owner as the truth has it.</summary>
internal sealed record Owner(int Number, string[] Name, bool IsWoman, string Nik, string[] Phones, string Email, Region Subdistrict, Home Home);

/// <summary>Where an owner lives.</summary>
internal sealed record Home(string Street, string House, string Neighbourhood, string Village);

/// <summary>Invents owners: common names are common, as they are in Indonesia, and rare ones are made of syllables.</summary>
internal sealed class Owners(Random random, IReadOnlyList<Region> subdistricts)
{
    private static readonly string[] Women = "Siti Sri Dewi Nur Endang Yuni Rini Lestari Wati Ratna Ani Fitri Indah Maryam Rohmah Sumiati Kartini Ningsih Aisyah Halimah Suryani Lilis Enok Euis Nurhayati Rahayu Puji Tuti Yanti Asih Murni Wahyuni Sulastri Mariana Yuliana Melati Kusuma Rosita Marlina Ida".Split(' ');
    private static readonly string[] Men = "Muhammad Ahmad Abdul Agus Budi Slamet Bambang Sugeng Eko Dwi Tri Joko Hendra Rudi Andi Dedi Asep Ujang Cecep Yusuf Ibrahim Ismail Hasan Husein Rahmat Hidayat Wahyu Arif Imam Mulyono Supriyadi Sutrisno Suyanto Purnomo Herman Iwan Yanto Dadang Rizal Fajar".Split(' ');
    private static readonly string[] Families = "Siregar Nasution Harahap Simanjuntak Sitompul Lubis Hasibuan Pohan Tanjung Chaniago Wenas Manoppo Lumentut Tamba Sinaga Saragih Ginting Sembiring Tarigan Pane".Split(' ');
    private static readonly string[] Syllables = "su wi har yo no pra ti ra wa ni ka sa ma di ku lo mi ta ri ya du ba ga na ro so le mu pu si to ha ja".Split(' ');
    private static readonly string[] Streets = "Merdeka Sudirman Diponegoro Ahmad_Yani Gajah_Mada Melati Mawar Kenanga Anggrek Cempaka Veteran Pahlawan Kartini Pemuda Stasiun Pasar_Baru Rajawali Garuda Hasanuddin Imam_Bonjol Pattimura Teratai Flamboyan Mangga Rambutan Durian Salak Jati Mahoni Cendana".Split(' ');
    private static readonly string[] Beginnings = "Suka Mekar Karang Tanjung Kedung Banjar Sido Wono Marga Cipta Tegal Rejo Bumi Kali Sumber Pandan Rawa Tambak Pasir Giri".Split(' ');
    private static readonly string[] Ends = "maju jaya sari mulya rejo agung asri indah wangi harjo anyar mukti raya luhur makmur".Split(' ');

    private int made;

    /// <summary>A new owner, somewhere.</summary>
    public Owner Next() => Of(subdistricts[Skewed(subdistricts.Count, 1.6)], new(
        Bool(.5) ? Streets[random.Next(Streets.Length)].Replace('_', ' ') : "", random.Next(1, 250).ToString(System.Globalization.CultureInfo.InvariantCulture),
        $"{random.Next(1, 13)}/{random.Next(1, 10)}", Village()));

    /// <summary>The husband or wife: of the same home, with a name and numbers of their own.</summary>
    public Owner SpouseOf(Owner owner)
    {
        var spouse = Of(owner.Subdistrict, owner.Home, !owner.IsWoman);
        return Bool(.4) ? spouse with { Phones = owner.Phones } : spouse;
    }

    private Owner Of(Region subdistrict, Home home, bool? woman = null)
    {
        var isWoman = woman ?? Bool(.6);
        var name = Name(isWoman);
        return new(++made, name, isWoman, Nik(subdistrict, isWoman), [Phone(), Phone()], Bool(.3) ? $"{name[0].ToLowerInvariant()}{name[^1].ToLowerInvariant()}{random.Next(1000)}@surel.example" : "", subdistrict, home);
    }

    private string[] Name(bool woman)
    {
        var given = woman ? Women : Men;
        var parts = new List<string> { Bool(.75) ? given[Skewed(given.Length, 1.5)] : Made(2, 4) };
        var more = random.NextDouble();
        if (more > .25)
        {
            parts.Add(Bool(.4) ? given[random.Next(given.Length)] : Bool(.25) ? Families[random.Next(Families.Length)] : Made(2, 4));
        }

        if (more > .8)
        {
            parts.Add(Made(2, 4));
        }

        return [.. parts.Distinct(StringComparer.Ordinal)];
    }

    private string Made(int least, int most)
    {
        var word = string.Concat(Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private string Village() => Beginnings[random.Next(Beginnings.Length)] + Ends[random.Next(Ends.Length)];

    private string Nik(Region subdistrict, bool woman) =>
        $"{subdistrict.Code.Replace(".", "", StringComparison.Ordinal)}{random.Next(1, 29) + (woman ? 40 : 0):00}{random.Next(1, 13):00}{random.Next(50, 100):00}{random.Next(1, 9999):0000}";

    private string Phone() => $"08{random.Next(11, 99)}{random.Next(1_000_000, 99_999_999)}";

    private bool Bool(double share) => random.NextDouble() < share;

    private int Skewed(int count, double power) => (int)(count * Math.Pow(random.NextDouble(), power));
}
