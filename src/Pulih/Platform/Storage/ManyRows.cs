using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Pulih.Platform.Storage;

/// <summary>A column of rows that are handed to a statement: its name there, and the property that says how its values are stored.</summary>
internal sealed record RowColumn(string Name, IProperty Property);

/// <summary>
/// One statement over many rows in a text that is the same whatever their number, so that it is parsed once: PostgreSQL
/// takes each column as an array, SQLite runs the prepared statement row by row.
/// </summary>
internal static class ManyRows
{
    /// <summary>Where the statement's text takes the rows; there they are the table <c>v</c>.</summary>
    public const string Rows = "{rows}";

    /// <summary>The stored column's name in quotes.</summary>
    public static string Quoted(IProperty property) => $"\"{property.GetColumnName()}\"";

    /// <summary>Inserts entities that are not tracked, leaving out what the database numbers itself.</summary>
    /// <param name="conflict">What follows the insert, such as <c>ON CONFLICT … DO NOTHING</c>.</param>
    public static Task<int> Insert<TEntity>(PulihDb db, IReadOnlyList<TEntity> entities, CancellationToken cancel, string conflict = "")
        where TEntity : class
    {
        var type = db.Model.FindEntityType(typeof(TEntity))!;
        var properties = type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToList();
        return Insert(db, type, properties, [.. entities.Select(e => Values(properties, e))], cancel, conflict);
    }

    /// <summary>Inserts rows of these properties' values.</summary>
    public static Task<int> Insert(PulihDb db, IEntityType type, IReadOnlyList<IProperty> properties, IReadOnlyList<object?[]> rows, CancellationToken cancel, string conflict = "")
    {
        var names = string.Join(", ", properties.Select(Quoted));
        return Run(db, [.. properties.Select(p => new RowColumn(p.GetColumnName(), p))], $"INSERT INTO {type.GetTableName()} ({names}) SELECT {names} FROM {Rows} WHERE true {conflict}", rows, cancel);
    }

    /// <summary>What an entity has in these properties.</summary>
    public static object?[] Values(IReadOnlyList<IProperty> properties, object entity)
    {
        var values = new object?[properties.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = properties[i].GetGetter().GetClrValue(entity);
        }

        return values;
    }

    /// <summary>Runs the statement over rows with the columns of these properties of an entity.</summary>
    public static Task<int> Run<TEntity>(PulihDb db, IReadOnlyList<string> properties, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        var type = db.Model.FindEntityType(typeof(TEntity))!;
        return Run(db, [.. properties.Select(p => new RowColumn(p, type.FindProperty(p)!))], sql, rows, cancel);
    }

    /// <summary>Runs the statement inside the caller's transaction and gives how many rows it touched in all.</summary>
    public static async Task<int> Run(PulihDb db, IReadOnlyList<RowColumn> columns, string sql, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = sql.Replace(Rows, Table(columns, arrays: command is NpgsqlCommand), StringComparison.Ordinal);
            return command is NpgsqlCommand npgsql ? await AtOnce(npgsql, columns, rows, cancel) : OneByOne(command, columns, rows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string Table(IReadOnlyList<RowColumn> columns, bool arrays)
    {
        var text = new StringBuilder(arrays ? "unnest(" : "(SELECT ");
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = FormattableString.Invariant($"{(i == 0 ? "" : ", ")}@p{i}");
            text.Append(arrays ? parameter : $"{parameter} AS \"{columns[i].Name}\"");
        }

        return text.Append(arrays ? $") AS v({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})" : ") AS v").ToString();
    }

    private static Task<int> AtOnce(NpgsqlCommand command, IReadOnlyList<RowColumn> columns, IReadOnlyList<object?[]> rows, CancellationToken cancel)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var mapping = columns[i].Property.GetRelationalTypeMapping();
            var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
            stored = Nullable.GetUnderlyingType(stored) ?? stored;
            var values = Array.CreateInstance(stored.IsValueType ? typeof(Nullable<>).MakeGenericType(stored) : stored, rows.Count);
            for (var row = 0; row < rows.Count; row++)
            {
                values.SetValue(Stored(mapping, rows[row][i]), row);
            }

            command.Parameters.Add(new NpgsqlParameter(FormattableString.Invariant($"p{i}"), values) { DataTypeName = mapping.StoreTypeNameBase + "[]" });
        }

        return command.ExecuteNonQueryAsync(cancel);
    }

    private static int OneByOne(DbCommand command, IReadOnlyList<RowColumn> columns, IReadOnlyList<object?[]> rows)
    {
        var parameters = new DbParameter[columns.Count];
        var mappings = columns.Select(c => c.Property.GetRelationalTypeMapping()).ToArray();
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = command.CreateParameter();
            parameters[i].ParameterName = FormattableString.Invariant($"@p{i}");
            command.Parameters.Add(parameters[i]);
        }

        var touched = 0;
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = Stored(mappings[i], row[i]) ?? DBNull.Value;
            }

            touched += command.ExecuteNonQuery();
        }

        return touched;
    }

    private static object? Stored(RelationalTypeMapping mapping, object? value) =>
        value is null || mapping.Converter is not { } convert ? value : convert.ConvertToProvider(value);
}
