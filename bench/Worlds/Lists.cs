using System.Globalization;

namespace Pulih.Bench.Worlds;

/// <summary>Writes a business down as one list or another would: each list has its own habits, and everybody makes mistakes.</summary>
internal sealed class Lists(Random random, Rates rates)
{
    private static readonly string[] Titles = ["H.", "Hj.", "Drs.", "Ir."];
    private static readonly string[] Degrees = [", S.E.", ", S.Pd.", " S.H.", ", A.Md."];
    private static readonly string[] Kinds = ["Warung=Wr.|Wrg|W.|Warug", "Rumah Makan=RM|R.M.|Rm.", "Toko=Tk.|TOKO|Tk", "Katering=Catering", "Konveksi=Konpeksi|Konfeksi", "Kelompok Tani=Poktan|KT", "Laundry=Londri|Loundry"];
    private static readonly string[] Sectors = ["Makanan dan Minuman=Kuliner|F&B|Mamin|kuliner/makanan", "Perdagangan=Dagang|Retail|Perdagangan Eceran|jualan", "Fesyen=Fashion|Tekstil dan Pakaian|baju/jahit", "Jasa=Jasa Lainnya|Services|jasa", "Pertanian=Tani|Agriculture|ternak/tani", "Kriya=Kerajinan|Craft|kerajinan tangan", "Makanan Olahan=Olahan|Food Processing|olahan pangan"];
    private static readonly (string Modern, string Old)[] Old = [("u", "oe"), ("j", "dj"), ("y", "j"), ("c", "tj")];

    private readonly string[] facilitators = [.. Enumerable.Range(0, 60).Select(_ => $"08{random.Next(11, 99)}{random.Next(1_000_000, 99_999_999)}")];

    /// <summary>The cells of a row, in the order of the list's columns.</summary>
    public string[] Row(Business business)
    {
        var owner = business.Owners[random.Next(business.Owners.Length)];
        var list = random.Next(4);
        string[] cells =
        [
            Slipped(OwnerName(owner)), Slipped(BusinessName(business)), Phone(owner), Nik(owner), Bool(.6) ? Digits(business.Nib) : "",
            Bool(rates.NoPlace / 2) ? "" : Slipped(Regency(owner)), Bool(rates.NoPlace * 1.5) ? "" : Slipped((Bool(.2) ? "Kec. " : "") + owner.Subdistrict.Name),
            Bool(rates.NoPlace * 1.5) ? "" : Slipped(Address(owner)), Bool(.12) ? "" : Other(Sectors, business.Sector, .7), Bool(.35) ? owner.Email : "",
        ];
        return list == 0 ? [.. cells.Select(c => c.ToUpperInvariant())] : list == 1 && Bool(.3) ? [.. cells.Select(c => c.ToLowerInvariant())] : cells;
    }

    private string OwnerName(Owner owner)
    {
        var name = owner.Name.ToArray();
        if (Bool(rates.OtherName))
        {
            name = random.Next(6) switch
            {
                0 when name.Length > 1 => name[..^1],
                1 when name.Length > 1 => [.. name[..^1], name[^1][..1]],
                2 when name.Length > 1 => [name[0][..1] + ".", .. name[1..]],
                3 => [.. name.Select(OldSpelling)],
                4 => [Titles[owner.IsWoman ? 1 : random.Next(Titles.Length)], .. name],
                _ => [.. name[..^1], name[^1] + Degrees[random.Next(Degrees.Length)]],
            };
        }

        var text = string.Join(' ', name);
        return Bool(.25) ? $"{(owner.IsWoman ? Bool(.5) ? "Bu" : "Ibu" : Bool(.5) ? "Pak" : "Bapak")} {(Bool(.2) ? name[^1] : text)}" : text;
    }

    private string BusinessName(Business business) =>
        Bool(rates.NoBusinessName) ? Bool(.7) ? "" : "-"
        : Bool(rates.Renamed) ? Bool(.5) ? business.Product : $"{business.Kind} {business.Product}"
        : Bool(.15) ? business.Words
        : $"{Other(Kinds, business.Kind, .4)} {business.Words}";

    private string Phone(Owner owner)
    {
        if (Bool(rates.NoPhone))
        {
            return Bool(.2) ? "-" : "";
        }

        var number = Bool(rates.Facilitator) ? facilitators[random.Next(facilitators.Length)] : owner.Phones[Bool(rates.OtherPhone) ? 1 : 0];
        return random.Next(6) switch
        {
            0 => "+62" + number[1..],
            1 => $"{number[..4]}-{number[4..8]}-{number[8..]}",
            2 => "62" + number[1..],
            3 when Bool(.2) => $"{number} / {owner.Phones[1]}",
            4 => number[1..],
            _ => number,
        };
    }

    private string Nik(Owner owner) => Bool(rates.NoNik) ? "" : Bool(.03) ? "3171010101010001" : Digits(owner.Nik);

    private string Regency(Owner owner)
    {
        var regency = owner.Subdistrict.Parent!;
        var kind = regency.Kind == Registry.Contracts.RegionKind.Kota ? "Kota" : "Kabupaten";
        return random.Next(4) switch { 0 => regency.Name, 1 => $"{regency.Name} ({kind})", 2 when kind == "Kabupaten" => "Kab. " + regency.Name, _ => $"{kind} {regency.Name}" };
    }

    private string Address(Owner owner)
    {
        var (street, house, near, village) = owner.Home;
        var at = near.Split('/');
        var neighbourhood = random.Next(4) switch { 0 => "", 1 => $"RT {int.Parse(at[0], CultureInfo.InvariantCulture):00} RW {int.Parse(at[1], CultureInfo.InvariantCulture):00}", 2 => $"RT.{at[0]}/RW.{at[1]}", _ => $"{at[0]}/{at[1]}" };
        var road = street.Length > 0 ? $"{(Bool(.5) ? "Jl. " : "Jalan ")}{street}{(Bool(.75) ? $" {(Bool(.5) ? "No. " : "no.")}{house}" : "")}" : "Dusun " + village;
        return $"{road} {neighbourhood}{(Bool(.5) && street.Length > 0 ? $", Desa {village}" : "")}".Trim();
    }

    private string Other(string[] table, string word, double share) =>
        Bool(share) && Array.Find(table, t => t.StartsWith(word + "=", StringComparison.Ordinal)) is { } line && line[(word.Length + 1)..].Split('|') is var ways ? ways[random.Next(ways.Length)] : word;

    private string OldSpelling(string word)
    {
        var (modern, old) = Old[random.Next(Old.Length)];
        return word.Replace(modern, old, StringComparison.Ordinal);
    }

    private string Digits(string number)
    {
        if (number.Length == 0 || !Bool(rates.Slip / 3))
        {
            return number;
        }

        var at = random.Next(number.Length);
        return string.Concat(number.AsSpan(0, at), random.Next(10).ToString(CultureInfo.InvariantCulture), number.AsSpan(at + 1));
    }

    private string Slipped(string text)
    {
        if (text.Length < 4 || !Bool(rates.Slip))
        {
            return text;
        }

        var at = random.Next(1, text.Length - 1);
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
            _ => string.Concat(text.AsSpan(0, at), ((char)('a' + random.Next(26))).ToString(), text.AsSpan(at + 1)),
        };
    }

    private bool Bool(double share) => random.NextDouble() < share;
}
