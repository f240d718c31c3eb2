using Pulih.Platform.Demo;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;

namespace Pulih.Registry.Demo;

/// <summary>The demo's owners: every name ends in "Contoh", and no telephone has a number that begins as theirs do.</summary>
internal sealed class SeedOwners(IRegions regions, ISectors sectors, IConsent consents, IProfileQuestions profile) : ISeedDemo
{
    private const int Count = 400;

    // Prefix 0810 is assigned to no operator.
    private const long FirstNumber = 6281000000001;

    private static readonly string[] Women = ["Sri", "Siti", "Dewi", "Rina", "Ayu", "Ningsih", "Wati", "Yuni", "Lestari", "Fatimah", "Maria", "Nur"];
    private static readonly string[] Men = ["Joko", "Agus", "Budi", "Slamet", "Ahmad", "Yohanes", "Made", "Asep", "Ucok", "Rahmat"];

    private static readonly string[] WomensSecond =
    [
        "Wahyuni", "Handayani", "Rahayu", "Astuti", "Kurniawati", "Susanti", "Puspita", "Anggraini", "Utami", "Safitri", "Maharani", "Setiawati", "Hartati",
        "Wulandari", "Marlina", "Yulianti", "Novitasari", "Pratiwi", "Amelia", "Permatasari", "Oktaviani", "Rahmawati", "Sulastri", "Indrawati", "Kartika", "Hasanah",
    ];

    private static readonly string[] MensSecond =
    [
        "Santoso", "Wijaya", "Saputra", "Hidayat", "Setiawan", "Nugroho", "Kurniawan", "Gunawan", "Susanto", "Prasetyo", "Firmansyah", "Siregar", "Ginting",
        "Simanjuntak", "Suparman", "Hartono", "Wibowo", "Iskandar", "Syahputra", "Maulana",
    ];

    private static readonly string[] Wares =
    [
        "Keripik singkong", "Gorengan", "Nasi kuning", "Bakso", "Kopi", "Es teh", "Jamu", "Kue basah", "Sambal", "Jilbab", "Baju anak", "Batik", "Jahit baju",
        "Tas rajut", "Anyaman bambu", "Mebel", "Sembako", "Pulsa", "Laundry", "Bengkel motor", "Salon", "Sayuran", "Lele", "Telur", "Katering", "Sablon kaos",
    ];

    // A rough share of businesses a province out of a thousand, for a believable map; no statistic.
    private const string Weights =
        "11:17 12:44 13:22 14:22 15:12 16:25 17:7 18:27 19:5 21:7 31:43 32:175 33:150 34:15 35:150 36:42 51:20 52:20 53:18 61:17 62:9 63:15 64:13 65:3 71:10 72:11 73:34 74:10 75:5 76:5 81:6 82:4 91:4 92:2 93:2 94:3 95:2 96:2";

    public int Order => 20;

    public Task Seed(PulihDb db, DemoWorld world, CancellationToken cancel)
    {
        var provinces = Weights.Split(' ').Select(w => w.Split(':')).SelectMany(w => Enumerable.Repeat(regions.Get(w[0])!, int.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
        {
            var owner = Owner(db, world, i, provinces[world.Chance.Next(provinces.Length)], taken);
            world.Made<PersonInfo>().Add(owner);
        }

        return Task.CompletedTask;
    }

    /// <summary>When the i-th owner came: evenly from the programme's beginning until a few hours ago.</summary>
    private static DateTime Arrival(DemoWorld world, int i)
    {
        var from = world.Made<ProgrammeInfo>()[0].Starts.ToDateTime(new(2, 0), DateTimeKind.Utc);
        return from + (world.Now.AddHours(-6) - from) * ((i + 0.5) / Count);
    }

    private PersonInfo Owner(PulihDb db, DemoWorld world, int i, Region province, HashSet<string> taken)
    {
        var people = new KeepPeople(regions, consents, new DemoMoment(Arrival(world, i)));
        var woman = world.Chance.Next(100) < 62;
        var name = Name(world, woman, taken);
        var kabupaten = regions.Within(province)[world.Chance.Next(regions.Within(province).Count)];
        var place = regions.Within(kabupaten)[world.Chance.Next(regions.Within(kabupaten).Count)];
        var number = (FirstNumber + i).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var person = people.Register(db, new(Ids.Next(TimeProvider.System), $"{name} Contoh", woman ? "Bu" : "Pak", $"+{number}", "whatsapp", number, place.Code, "id"));
        var ware = Wares[world.Chance.Next(Wares.Length)];
        var match = sectors.Match(ware);
        person = people.AddBusiness(db, person, new($"{ware} {name.Split(' ')[0]} Contoh", ware, match.One?.Key ?? Sector.Other, match.Kbli, place.Code));
        Answer(db, world, person, woman);
        return person;
    }

    // No two of one name: the review would be full of pairs that only the demo made alike.
    private static string Name(DemoWorld world, bool woman, HashSet<string> taken)
    {
        var (first, second) = woman ? (Women, WomensSecond) : (Men, MensSecond);
        while (true)
        {
            var name = $"{first[world.Chance.Next(first.Length)]} {second[world.Chance.Next(second.Length)]}";
            if (taken.Add(name))
            {
                return name;
            }
        }
    }

    private void Answer(PulihDb db, DemoWorld world, PersonInfo person, bool woman)
    {
        var skipped = new List<string>();
        while (world.Chance.Next(4) > 0 && profile.Next(person, person.Businesses[0].Id, skipped) is { } question)
        {
            profile.Answer(db, person, question.Key, question.Key == "sex" ? (woman ? 0 : 1) : world.Chance.Next(3));
            skipped.Add(question.Key);
        }
    }
}
