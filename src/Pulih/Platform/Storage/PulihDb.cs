using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Pulih.Platform.Storage;

/// <summary>The one database of the product. A use case changes entities on it and never saves; the edge that called the use case saves once.</summary>
public abstract class PulihDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The keys of cookies and forms, each wrapped by the master key.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>True on SQLite, where one process writes one transaction at a time.</summary>
    public abstract bool OneWriter { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PulihDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
}
