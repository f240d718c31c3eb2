using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Pulih.Boundaries;

/// <summary>
/// The walls between capabilities, read from the compiled assembly, so that bodies of asynchronous methods and page
/// markup count. Capabilities are discovered: the part of a namespace after <paramref name="root"/> names one.
/// </summary>
internal sealed class Walls(Assembly assembly, string root)
{
    private const string Ground = "Platform";

    private static readonly Dictionary<Assembly, Architecture> Loaded = [];

    private readonly IReadOnlyList<IType> types = [.. Load(assembly).Types.Where(t => Capability(t, root) is not null)];

    /// <summary>The capabilities there are, Platform apart.</summary>
    public IReadOnlyList<string> Capabilities => [.. types.Select(t => Capability(t, root)!).Where(c => c != Ground).Distinct().Order()];

    /// <summary>A type uses its own capability, Platform and the others' Contracts; Platform uses no capability.</summary>
    public IReadOnlyList<string> Breaches() => List(
        from use in Uses()
        where use.To != Ground
        where use.From == Ground || !IsContract(use.Target)
        select $"{use.Type.FullName} uses {use.Target.FullName}");

    /// <summary>A contract is asked only in the direction of <see cref="Directions"/>; what happened may be told to anybody.</summary>
    public IReadOnlyList<string> AsksAgainstTheDirection() => List(
        from use in Uses()
        where use.To != Ground && use.From != Ground
        where IsContract(use.Target) && !IsTold(use.Target)
        where !Directions.MayAsk(use.From, use.To)
        select $"{use.Type.FullName} asks {use.Target.FullName}");

    /// <summary>Whose contracts a capability asks.</summary>
    public IReadOnlyList<string> Asks(string capability) =>
        List(Uses().Where(u => u.From == capability && u.To != Ground && IsContract(u.Target) && !IsTold(u.Target)).Select(u => u.To));

    private IEnumerable<(IType Type, string From, IType Target, string To)> Uses() =>
        from type in types
        let home = Capability(type, root)
        from target in type.Dependencies.Select(d => d.Target).Distinct()
        let other = Capability(target, root)
        where other is not null && other != home
        select (type, home, target, other);

    private bool IsContract(IType type) =>
        type.Namespace.FullName is var space && (space + ".").StartsWith($"{root}.{Capability(type, root)}.Contracts.", StringComparison.Ordinal);

    private static bool IsTold(IType type) =>
        type.Dependencies.OfType<ArchUnitNET.Domain.Dependencies.ImplementsInterfaceDependency>().Any(d => d.Target.Name == nameof(Platform.Events.IEvent));

    private static string? Capability(IType type, string root) =>
        type.Namespace?.FullName is { } space && space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;

    private static IReadOnlyList<string> List(IEnumerable<string> breaches) => [.. breaches.Distinct().Order(StringComparer.Ordinal)];

    private static Architecture Load(Assembly assembly)
    {
        lock (Loaded)
        {
            return Loaded.TryGetValue(assembly, out var known) ? known : Loaded[assembly] = new ArchLoader().LoadAssemblies(assembly).Build();
        }
    }
}
