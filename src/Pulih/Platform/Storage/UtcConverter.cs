using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pulih.Platform.Storage;

/// <summary>Keeps every stored time in UTC: SQLite forgets the kind, Npgsql insists on it.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Utc ? time : DateTime.SpecifyKind(time, DateTimeKind.Utc),
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
