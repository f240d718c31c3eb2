using System.Reflection;

namespace Pulih.Registry.Words;

/// <summary>A table that ships inside the program: one row a line, fields parted by tabs, "#" before remarks.</summary>
internal static class TableFile
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not inside the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
