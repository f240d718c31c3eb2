using Pulih.Bench;

return args switch
{
    ["turns", .. var rest] => await Turns.Run(new(rest)),
    ["batches", .. var rest] => await Turns.Batches(new(rest)),
    ["memory", .. var rest] => await Memory.Run(new(rest)),
    ["lessons", .. var rest] => await Lessons.Run(new(rest)),
    ["pages", .. var rest] => await Pages.Run(new(rest)),
    ["linkage", .. var rest] => await LinkageQuality.Run(new(rest)),
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
          linkage [--data FOLDER]   a labelled list, by models trained on its other half
        PostgreSQL is the server of PULIH_BENCH_POSTGRES, such as 'Host=127.0.0.1;Port=5432;Username=postgres'.
        """);
    return 2;
}
