using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulih.Boundaries;

/// <summary>Public means promise: only contracts, Platform and the front of the product are.</summary>
internal static class Promises
{
    public static IReadOnlyList<string> Breaches(Assembly assembly, string root) =>
        [.. assembly.GetTypes()
            .Where(t => t.IsVisible && (t.Namespace ?? "").StartsWith(root + ".", StringComparison.Ordinal) && !IsGenerated(t))
            .Where(t => t.Namespace![(root.Length + 1)..].Split('.') is var parts && parts[0] != "Platform" && parts.ElementAtOrDefault(1) != "Contracts")
            .Select(t => t.FullName!)
            .Order(StringComparer.Ordinal)];

    // Orleans and EF write types of their own beside ours and decide their visibility themselves.
    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute));
}
