using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Planted;
using Pulih.Boundaries;
using Pulih.Platform.Storage;

namespace Pulih;

/// <summary>Holds the walls inside the one assembly. Beside each rule stands a planted breach, so that the rule is known to be able to fail.</summary>
public sealed class CapabilityBoundaries
{
    private const string Product = "Pulih";
    private const string Plant = "Planted";

    private static readonly Walls Ours = new(typeof(Composition).Assembly, Product);
    private static readonly Walls Planted = new(typeof(CapabilityBoundaries).Assembly, Plant);

    [Fact]
    public void A_capability_uses_others_only_through_their_contracts_and_Platform_uses_none() => Ours.Breaches().ShouldBeEmpty();

    [Fact]
    public void Planted_uses_across_a_wall_are_seen() => Planted.Breaches().ShouldBe(
    [
        "Planted.Learning.Lessons.AsksInAQuery uses Planted.Registry.People.Secret",
        "Planted.Learning.Lessons.AsksInAnAsyncMethod uses Planted.Registry.People.Secret",
        "Planted.Learning.Lessons.Marked uses Planted.Registry.People.Owner",
        "Planted.Platform.Tools.KnowsACapability uses Planted.Registry.Contracts.IAnswer",
    ]);

    [Fact]
    public void Asks_go_one_way() => Ours.AsksAgainstTheDirection().ShouldBeEmpty();

    [Fact]
    public void A_planted_ask_against_the_direction_is_seen_and_hearing_an_event_is_not_one() => Planted.AsksAgainstTheDirection().ShouldBe(
    [
        "Planted.Registry.People.AsksTheOneAbove asks Planted.Learning.Contracts.IAsked",
    ]);

    [Fact]
    public void Every_capability_has_its_place_in_the_direction_of_asks()
    {
        Ours.Capabilities.ShouldContain("Chat");
        Ours.Capabilities.Where(c => !Directions.Knows(c)).ShouldBeEmpty("add it to Boundaries/Directions.cs");
    }

    [Fact]
    public void Public_is_only_what_is_promised() => Promises.Breaches(typeof(Composition).Assembly, Product).ShouldBeEmpty();

    [Fact]
    public void A_planted_public_type_outside_Contracts_is_seen() =>
        Promises.Breaches(typeof(CapabilityBoundaries).Assembly, Plant).ShouldBe(["Planted.Registry.People.TooPublic"]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_carry_their_capabilitys_name_and_no_key_leaves_it(bool postgres)
    {
        Tables.BadNames(Model(postgres), Product).ShouldBeEmpty();
        Tables.KeysAcross(Model(postgres), Product).ShouldBeEmpty();
    }

    [Fact]
    public void A_planted_table_name_and_a_planted_key_across_a_wall_are_seen()
    {
        using var db = new PlantedDb();
        Tables.BadNames(db.Model, Plant).ShouldBe(["Planted.Learning.Lessons.Marked is kept in Marks"]);
        Tables.KeysAcross(db.Model, Plant).ShouldBe(["Planted.Learning.Lessons.Marked points to Planted.Registry.People.Owner"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_migrations_hold_the_whole_model(bool postgres)
    {
        using var db = Database(postgres);
        db.Database.HasPendingModelChanges().ShouldBeFalse("run ./migrate");
    }

    private static IModel Model(bool postgres)
    {
        using var db = Database(postgres);
        return db.Model;
    }

    // Never connected: the model alone is asked.
    private static PulihDb Database(bool postgres) => postgres
        ? new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").Options)
        : new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}
