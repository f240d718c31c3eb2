using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Pulih.Boundaries;

/// <summary>A capability's rows are its own: its name before each table, and no key or navigation out of it.</summary>
internal static partial class Tables
{
    public static IReadOnlyList<string> BadNames(IModel model, string root) =>
        [.. from entity in model.GetEntityTypes()
            let table = entity.GetTableName()
            where table is not null && Owner(entity, root) is { } owner && !(table.StartsWith($"{owner.ToLowerInvariant()}_", StringComparison.Ordinal) && Snake().IsMatch(table))
            select $"{entity.ClrType.FullName} is kept in {table}"];

    public static IReadOnlyList<string> KeysAcross(IModel model, string root) =>
        [.. from entity in model.GetEntityTypes()
            from key in entity.GetForeignKeys()
            where Owner(key.PrincipalEntityType, root) != Owner(entity, root)
            select $"{entity.ClrType.FullName} points to {key.PrincipalEntityType.ClrType.FullName}"];

    // Accounts are kept by ASP.NET Core Identity in its own types; they are Platform's.
    private static string? Owner(IReadOnlyEntityType entity, string root) =>
        entity.ClrType.Namespace is { } space && space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : "Platform";

    [GeneratedRegex("^[a-z]+(_[a-z]+)+$")]
    private static partial Regex Snake();
}
