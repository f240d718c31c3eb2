using System.Globalization;
using Pulih.Platform.Web;
using Pulih.Registry.Contracts;
using Pulih.Registry.Regions;

namespace Pulih.Bench.Worlds;

/// <summary>An invented list with its truth: <c>records.csv</c> and <c>truth.csv</c>, the same for the same name, size and seed.</summary>
internal static class World
{
    private const string Columns = "record_id,list,owner_name,business_name,phone,nik,nib,kabupaten,kecamatan,address,sector,email";

    public static int Run(Options options)
    {
        Make(options.Text("to", "world"), options.Text("world", "usual"), options.Number("rows", 20_000), options.Number("seed", 1));
        return 0;
    }

    /// <summary>Writes the two files into the folder.</summary>
    public static void Make(string folder, string world, int rows, int seed)
    {
        var rates = Rates.Worlds[world];
        var random = new Random(seed);
        var (owners, businesses, lists) = (new Owners(random, Subdistricts(random, rates)), new Businesses(random), new Lists(random, rates));
        Directory.CreateDirectory(folder);
        var written = new List<(string[] Cells, Business Business, string Owner)>(rows);
        while (written.Count < rows)
        {
            var owner = owners.Next();
            Owner[] couple = random.NextDouble() < rates.Couple ? [owner, owners.SpouseOf(owner)] : [owner];
            Business? before = null;
            do
            {
                var business = businesses.Of(couple, before);
                for (var more = 1 + Repeats(random, rates.Repeats); more > 0 && written.Count < rows; more--)
                {
                    // Each row names one of the couple, and the truth says which.
                    var named = business with { Owners = [couple[random.Next(couple.Length)]] };
                    written.Add((lists.Row(named), business, named.Owners[0].Number.ToString(CultureInfo.InvariantCulture)));
                }

                before = business;
            }
            while (random.NextDouble() < rates.SecondBusiness && written.Count < rows);
        }

        using var records = new StreamWriter(Path.Combine(folder, "records.csv"));
        using var truth = new StreamWriter(Path.Combine(folder, "truth.csv"));
        records.WriteLine(Columns);
        truth.WriteLine("record_id,business_id,owner_id");
        var order = Enumerable.Range(0, written.Count).ToArray();
        random.Shuffle(order);
        foreach (var (i, place) in order.Select((i, place) => (i, place)))
        {
            records.WriteLine($"R{place:0000000},list,{string.Join(',', written[i].Cells.Select(CsvFile.Quoted))}");
            truth.WriteLine($"R{place:0000000},B{written[i].Business.Number},O{written[i].Owner}");
        }
    }

    private static List<Region> Subdistricts(Random random, Rates rates)
    {
        var table = new RegionTable();
        var all = table.Provinces.SelectMany(table.Within).SelectMany(table.Within).ToArray();
        random.Shuffle(all);
        return [.. all.Take(rates.Subdistricts)];
    }

    // Geometric: most businesses stand on few lists, some on many.
    private static int Repeats(Random random, double mean)
    {
        var more = 0;
        while (random.NextDouble() < mean / (1 + mean) && more < 12)
        {
            more++;
        }

        return more;
    }
}
