using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Platform.Commands;
using Pulih.Platform.Storage;
using Pulih.Programmes.Contracts;

namespace Pulih.Registry.Import;

/// <summary><c>import</c>: a partner's list from the command line, by the same steps as the page.</summary>
internal sealed class ImportVerb(IDbContextFactory<PulihDb> dbs, UploadList upload, WorkImports work, IProgrammes programmes, IStringLocalizer<Texts> text) : IVerb
{
    private const int MostPrinted = 1_000;

    public Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "An Excel (.xlsx) or CSV list; its columns are recognised." };
        var programme = new Option<string>("--programme") { Description = "The programme's code.", Required = true };
        var partner = new Option<string>("--partner") { Description = "The partner's code.", Required = true };
        var dry = new Option<bool>("--dry-run") { Description = "Says what would happen and changes nothing." };
        var command = new Command("import", "Takes a partner's list into the registry and prints what came of each row that was not taken in.") { file, programme, partner, dry };
        command.SetAction((call, cancel) => Run(call.GetRequiredValue(file), call.GetRequiredValue(programme), call.GetRequiredValue(partner), call.GetValue(dry), call.InvocationConfiguration.Output, call.InvocationConfiguration.Error, cancel));
        return command;
    }

    private async Task<int> Run(string file, string programme, string partner, bool dry, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var map = await programmes.Map(cancel);
        var trouble = map.Find(programme) is null ? $"There is no programme {programme}."
            : map.Partner(partner) is not { } known ? $"There is no partner {partner}."
            : known.Suspended ? $"Partner {partner} is suspended; let it back in on its page at the desk first."
            : File.Exists(file) ? null : $"There is no file {file}.";
        if (trouble is not null || map.Find(programme) is not { } to || map.Partner(partner) is not { } by)
        {
            await errors.WriteLineAsync(trouble);
            return 2;
        }

        Guid id;
        try
        {
            await using var content = File.OpenRead(file);
            id = await upload.Of(content, Path.GetFileName(file), to.Id, by.Id, "import", cancel);
        }
        catch (ListRefused refused)
        {
            await errors.WriteLineAsync(text[refused.Message]);
            return 2;
        }

        var list = await Through(id, ImportState.Checking, ImportState.Undone, cancel);
        await Report(list, output, cancel);
        list = dry ? await Through(id, ImportState.Undoing, ImportState.Undone, cancel) : await Through(id, ImportState.Applying, ImportState.Undone, cancel);
        output.WriteLine(dry ? "Nothing was changed." : FormattableString.Invariant($"Taken in: {list.New + list.Same + list.Unsure} rows."));
        return 0;
    }

    private async Task<ListImport> Through(Guid id, ImportState state, ImportState then, CancellationToken cancel)
    {
        await using (var db = await dbs.CreateDbContextAsync(cancel))
        {
            var list = await db.Set<ListImport>().SingleAsync(i => i.Id == id, cancel);
            list.Then = then;
            list.Begin(state);
            await db.SaveChangesAsync(cancel);
        }

        while (true)
        {
            await work.One(id, cancel);
            await using var db = await dbs.CreateDbContextAsync(cancel);
            if (await db.Set<ListImport>().AsNoTracking().SingleAsync(i => i.Id == id, cancel) is { IsWorking: false } done)
            {
                return done;
            }
        }
    }

    private async Task Report(ListImport list, TextWriter output, CancellationToken cancel)
    {
        output.WriteLine(FormattableString.Invariant($"{list.Rows} rows: {list.New} new, {list.Same} same, {list.Unsure} unsure, {list.Bad} bad, {list.Known} brought before."));
        await using var db = await dbs.CreateDbContextAsync(cancel);
        foreach (var row in await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == list.Id && r.Outcome == RowOutcome.Bad).OrderBy(r => r.Line).Take(MostPrinted).ToListAsync(cancel))
        {
            foreach (var trouble in RowTrouble.Read(row.Troubles))
            {
                output.WriteLine(FormattableString.Invariant($"line {row.Line}, {trouble.Column}: {text["import.bad." + trouble.Reason]}"));
            }
        }
    }
}
