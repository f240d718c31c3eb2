using System.Globalization;

namespace Pulih.Drills;

/// <summary>How long a drill is: short in <c>./test</c>, as long as the commands of <c>bench/</c> say by the environment.</summary>
internal static class Wish
{
    public static int Of(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var wish) ? wish : otherwise;
}
