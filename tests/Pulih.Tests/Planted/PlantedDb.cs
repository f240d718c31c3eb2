using Microsoft.EntityFrameworkCore;
using Planted.Learning.Lessons;
using Planted.Registry.People;

namespace Planted;

/// <summary>A model with a badly named table and a key across a wall; never opened.</summary>
internal sealed class PlantedDb : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Owner>().ToTable("registry_owners");
        modelBuilder.Entity<Marked>().ToTable("Marks").HasOne(m => m.Owner);
    }
}
