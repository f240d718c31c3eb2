using System.Globalization;

namespace Pulih.Bench;

/// <summary>The <c>--name value</c> pairs of a command.</summary>
internal sealed class Options(string[] args)
{
    public string Text(string name, string otherwise)
    {
        var at = Array.IndexOf(args, "--" + name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }

    public int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    public bool Postgres => Text("db", "sqlite") == "postgres";
}
