using Pulih.Bench;
using Pulih.Bench.Worlds;

return args switch
{
    ["turns", .. var rest] => await Turns.Run(new(rest)),
    ["batches", .. var rest] => await Turns.Batches(new(rest)),
    ["memory", .. var rest] => await Memory.Run(new(rest)),
    ["lessons", .. var rest] => await Lessons.Run(new(rest)),
    ["pages", .. var rest] => await Pages.Run(new(rest)),
    ["linkage", .. var rest] => await LinkageQuality.Run(new(rest)),
    ["world", .. var rest] => World.Run(new(rest)),
    ["regions"] => Regions.Run(),
    _ => Help(),
};

static int Help()
{
    Console.Error.WriteLine("""
        One command each; figures go to bench/README.md by hand, with the machine and the date.
          turns   --db sqlite|postgres [--sending on] [--rate 500] [--batch 1] [--seconds 60]
          batches --db sqlite|postgres [--seconds 30]
          memory  --db sqlite|postgres [--registered 100000] [--active 10000]
          lessons --db sqlite|postgres [--seconds 20]
          pages   --db sqlite|postgres [--credits 1000000] [--seconds 20]
          linkage [--data FOLDER]   [--model shipped]   a labelled list, by models trained on its other half or by the one shipped
          world   [--world usual] [--rows 20000] [--seed 1] [--to world]   an invented list with its truth; worlds: Worlds/Rates.cs
          regions   places found in what people type
        PostgreSQL is the server of PULIH_BENCH_POSTGRES, such as 'Host=127.0.0.1;Port=5432;Username=postgres'.
        """);
    return 2;
}
