namespace Pulih.Registry.Export;

/// <summary>The columns of the single data's file: the setting <c>SatuData:Columns</c>, a list of <c>field</c> or <c>field=head</c>; all fields where it is not set.</summary>
internal sealed record SatuDataColumns(IReadOnlyList<(string Field, string Head)> Wanted)
{
    /// <summary>Read when the product starts, so that a field nobody knows is told then and not to an officer who waits for a file; throws <see cref="InvalidOperationException"/>.</summary>
    public static SatuDataColumns Of(IConfiguration configuration)
    {
        var wanted = configuration.GetSection("SatuData:Columns").Get<string[]>() is { Length: > 0 } set ? set : [.. SatuData.Fields.Keys];
        var columns = wanted.Select(w => w.Split('=', 2)).Select(w => (Field: w[0], Head: w[^1])).ToList();
        return columns.Find(c => !SatuData.Fields.ContainsKey(c.Field)) is { Field: { } unknown }
            ? throw new InvalidOperationException($"SatuData:Columns names the field \"{unknown}\"; known are {string.Join(", ", SatuData.Fields.Keys)}.")
            : new(columns);
    }
}
