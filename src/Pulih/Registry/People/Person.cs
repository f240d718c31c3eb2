using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.People;

/// <summary>An owner: as much of a person as training and counting need.</summary>
internal sealed class Person
{
    public required Guid Id { get; init; }

    public string Name { get; set; } = "";

    /// <summary>"Bu", "Pak" and the like, as the person wrote it.</summary>
    public string? Address { get; set; }

    public Sex? Sex { get; set; }

    /// <summary>E.164.</summary>
    public string? Phone { get; set; }

    public string ProvinceCode { get; set; } = "";

    public string Language { get; set; } = "id";

    /// <summary>The resident's number, encrypted, where the person gave it on the page for it. It is found through the keys of the record, never by this.</summary>
    public byte[]? Nik { get; set; }

    public DateTime RegisteredAt { get; init; }

    /// <summary>The list that brought them, where one did.</summary>
    public Guid? ImportId { get; init; }

    public int Version { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("registry_people");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(500);
        builder.Property(p => p.Address).HasMaxLength(10);
        builder.Property(p => p.Phone).HasMaxLength(20);
        builder.Property(p => p.ProvinceCode).HasMaxLength(2);
        builder.Property(p => p.Language).HasMaxLength(5);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Phone);
        builder.HasIndex(p => p.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
    }
}
