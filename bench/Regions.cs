using System.Diagnostics;
using Pulih.Registry.Regions;

namespace Pulih.Bench;

/// <summary>How many places a second are found in what people type.</summary>
internal static class Regions
{
    private const int Rounds = 5;
    private const int Finds = 60_000;
    private static readonly string[] Typed = ["kec. pare, kab. kediri", "Bandung", "jaksel", "saya di tulungagung jatim", "surabya", "jl. merdeka no 5 wonosari gunungkidul"];

    public static int Run()
    {
        var table = new RegionTable();
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < Finds; i++)
            {
                table.Find(Typed[i % Typed.Length]);
            }

            Console.WriteLine($"{Finds / Stopwatch.GetElapsedTime(begun).TotalSeconds,10:N0} places a second on one core");
        }

        return 0;
    }
}
