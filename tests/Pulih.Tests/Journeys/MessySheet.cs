using System.Globalization;
using MiniExcelLibs;

namespace Pulih.Journeys;

/// <summary>A partner's sheet as they come: a title and group headings above the header, people twice in other spellings, damaged cells. All of it invented.</summary>
internal static class MessySheet
{
    private static readonly string[] First = ["Siti", "Sri", "Dewi", "Ratna", "Yuni", "Endang", "Wahyu", "Agus", "Bambang", "Joko", "Hendra", "Rudi", "Made", "Ketut", "Butet", "Ucok", "Asep", "Neng", "Daeng", "Yosef"];
    private static readonly string[] Last = ["Handayani", "Lestari", "Wulandari", "Prasetyo", "Santoso", "Nugroho", "Siregar", "Simanjuntak", "Hidayat", "Permana", "Sutarya", "Anggraini", "Rahmawati", "Kurniawan", "Setiawan", "Mangunsong"];
    private static readonly string[] Trades = ["Keripik", "Bengkel", "Warung", "Batik", "Kopi", "Laundry", "Jamu", "Roti", "Tahu", "Sablon"];
    private static readonly string[] Places = ["Kec. Pare", "Kec. Gurah", "Kec. Wates", "Kec. Kras", "Kec. Ngadiluwih", "Kec. Plosoklaten", "Kec. Kandat", "Kec. Ringinrejo"];

    /// <summary>So many rows; every hundredth cannot be read, and every fiftieth may or may not be a business that stands before.</summary>
    public static byte[] Of(int rows)
    {
        var sheet = new List<Dictionary<string, object?>> { Row("DATA UMKM BINAAN", "", "", "", "", "", ""), Row("", "DATA PEMILIK", "", "", "DATA USAHA", "", "") };
        sheet.Add(Row("No", "Nama Lengkap", "No. HP (WA)", "NIK", "Nama Usaha", "Kecamatan", "Kab/Kota"));
        for (var i = 0; i < rows; i++)
        {
            sheet.Add(One(i));
        }

        var file = new MemoryStream();
        file.SaveAs(sheet, printHeader: false);
        return file.ToArray();
    }

    private static Dictionary<string, object?> One(int i)
    {
        var of = i % 50 == 49 ? i - 30 : i % 4 == 3 ? i - 1 : i; // every fourth row names the one before it again
        var owner = $"{First[of % 20]} {Last[of / 20 % 16]} {Last[of / 320 % 16]}";
        var (phone, place) = ($"0812{(of * 7_654_321L + 31_415_926) % 100_000_000:D8}", Places[of % 8]);
        return (i % 100, i % 50) switch
        {
            (17, _) => Row(i + 1, owner, "6.28E+11", "", $"{Trades[of % 10]} {Last[of / 320 % 16]}", place, "Kab. Kediri"),
            (_, 49) => Row(i + 1, owner, $"0857{(i * 5_432_109L + 27_182_818) % 100_000_000:D8}", "", "", place, "Kab. Kediri"),
            _ when of != i => Row(i + 1, owner.ToUpperInvariant(), "+62 " + phone[1..4] + "-" + phone[4..8] + "-" + phone[8..], "-", $"{Trades[of % 10]} {Last[of / 320 % 16]}", place, "KEDIRI (KAB)"),
            _ => Row(i + 1, owner, phone, "", $"{Trades[of % 10]} {Last[of / 320 % 16]}", place, "Kab. Kediri"),
        };
    }

    private static Dictionary<string, object?> Row(params object?[] cells) =>
        cells.Select((c, i) => (c, i)).ToDictionary(c => c.i.ToString(CultureInfo.InvariantCulture), c => c.c);
}
