using Microsoft.EntityFrameworkCore;
using Pulih.Platform.Facts;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;
using Pulih.Sending.Contracts;
using Pulih.Sending.Outbox;

namespace Pulih.Platform.Storage;

public sealed class SaveBatchTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly DateTime Noon = new(2026, 8, 3, 5, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_a_batch_inserts_reads_the_same_as_what_is_saved_row_by_row()
    {
        var (row, batch) = (NewPerson("Sri 'Tutik' 🌶"), NewPerson("Sri 'Tutik' 🌶"));
        var (slow, fast) = (Message("slow"), Message("fast"));
        await shared.App.Change(db => db.AddRange(row, slow));
        await InBatch(db => db.AddRange(batch, fast));

        (await Read<Person>(batch.Id)).ShouldBe(await Read<Person>(row.Id));
        (await Read<OutboxMessage>(fast.Id)).ShouldBe(await Read<OutboxMessage>(slow.Id));
    }

    [Fact]
    public async Task Bytes_and_what_is_null_come_back_as_they_went_in()
    {
        var fact = Fact.Of("test.batch", Guid.CreateVersion7(), new { one = 1 }, TimeProvider.System);
        await InBatch(db => db.Add(fact));

        var stored = await shared.App.With(db => db.Set<Fact>().AsNoTracking().SingleAsync(f => f.Id == fact.Id));
        (stored.At, stored.Content).ShouldBe((fact.At, fact.Content));
        stored.Salt.ShouldBe(fact.Salt);
        stored.Commitment.ShouldBe(fact.Commitment);
    }

    [Fact]
    public async Task Rows_changed_in_different_columns_keep_what_was_not_changed()
    {
        Person[] people = [NewPerson("Satu"), NewPerson("Dua"), NewPerson("Tiga")];
        await shared.App.Change(db => db.AddRange([.. people]));
        await InBatch(db =>
        {
            Change(db, people[0], p => p.Name = "Satu baru");
            Change(db, people[1], p => p.Sex = Sex.Woman);
            Change(db, people[2], p => (p.Name, p.Phone) = ("Tiga baru", null));
        });

        var after = await Task.WhenAll(people.Select(p => shared.App.With(db => db.Set<Person>().AsNoTracking().SingleAsync(s => s.Id == p.Id))));
        after.Select(p => (p.Name, p.Sex, p.Phone, p.Version)).ShouldBe([("Satu baru", null, "+62811", 2), ("Dua", Sex.Woman, "+62811", 2), ("Tiga baru", null, null, 2)]);
    }

    [Fact]
    public async Task When_somebody_else_was_first_with_one_row_nothing_of_the_batch_is_kept()
    {
        var (alone, contested) = (NewPerson("Sendiri"), NewPerson("Berdua"));
        await shared.App.Change(db => db.AddRange(alone, contested));
        var late = InBatch(async db =>
        {
            Change(db, alone, p => p.Name = "Terlambat");
            Change(db, contested, p => p.Name = "Terlambat");
            await shared.App.Change(other => Change(other, contested, p => p.Name = "Lebih dulu"));
        });
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => late);

        (await Read<Person>(alone.Id)).ShouldContain("Sendiri");
        (await Read<Person>(contested.Id)).ShouldContain("Lebih dulu");
    }

    [Fact]
    public async Task What_a_batch_removes_or_composes_is_saved_with_it()
    {
        var (gone, kept) = (NewPerson("Pergi"), NewPerson("Tinggal"));
        await shared.App.Change(db => db.Add(gone));
        await InBatch(db =>
        {
            db.Remove(gone);
            db.Add(kept);
        });

        (await shared.App.With(db => db.Set<Person>().Where(p => p.Id == gone.Id || p.Id == kept.Id).Select(p => p.Name).ToListAsync())).ShouldBe(["Tinggal"]);
    }

    private static void Change(PulihDb db, Person person, Action<Person> change)
    {
        var mine = new Person { Id = person.Id, Name = person.Name, Phone = person.Phone, ProvinceCode = person.ProvinceCode, RegisteredAt = person.RegisteredAt, Version = 1 };
        db.Attach(mine);
        change(mine);
        mine.Version++;
    }

    private static Person NewPerson(string name) =>
        new() { Id = Guid.CreateVersion7(), Name = name, Phone = "+62811", ProvinceCode = "35", RegisteredAt = Noon, Version = 1 };

    private static OutboxMessage Message(string address) => new()
    {
        Id = Guid.CreateVersion7(), PersonId = Guid.Empty, Channel = "test", Number = "1", Address = address, Purpose = Purpose.Certificate, Body = "{}",
        HeardAt = Noon, QueuedAt = Noon.AddTicks(10), State = OutboxState.Failed, DueAt = Noon, ErrorCode = 131_026, Claim = Guid.Empty, Attempts = 3, SettledAt = Noon,
    };

    private Task InBatch(Action<PulihDb> change) => InBatch(db =>
    {
        change(db);
        return Task.CompletedTask;
    });

    private Task<int> InBatch(Func<PulihDb, Task> change) => shared.App.With(async db =>
    {
        await change(db);
        await using var write = await Write.Begin(db, default);
        await db.SaveBatch(default);
        await write.Commit(default);
        return 0;
    });

    /// <summary>Every stored column but those in which the two rows of a comparison differ on purpose, as the database itself writes it.</summary>
    private Task<string> Read<TEntity>(Guid id)
        where TEntity : class => shared.App.With(async db =>
    {
        var type = db.Model.FindEntityType(typeof(TEntity))!;
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var columns = type.GetProperties().Select(p => p.Name).Where(n => n is not ("Id" or "Address"));
        command.CommandText = $"SELECT {string.Join(" || ',' || ", columns.Select(c => $"COALESCE(CAST(\"{c}\" AS TEXT), 'null')"))} FROM {type.GetTableName()} WHERE \"Id\" = @id";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@id", id);
        command.Parameters.Add(parameter);
        return (string)(await command.ExecuteScalarAsync())!;
    });
}
