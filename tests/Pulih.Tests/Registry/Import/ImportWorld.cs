using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Platform.Accounts;
using Pulih.Platform.Storage;
using Pulih.Programmes;
using Pulih.Programmes.Partners;
using Pulih.Registry.Contracts;

namespace Pulih.Registry.Import;

/// <summary>The product with one programme and two partners, and officers who bring lists.</summary>
public sealed class ImportWorld : IAsyncLifetime
{
    internal App App { get; private set; } = null!;
    internal Guid Programme { get; private set; }
    internal Guid Agency { get; private set; }
    internal Guid Campus { get; private set; }

    public async ValueTask InitializeAsync()
    {
        App = await App.Start();
        Programme = await App.Programme("umkm");
        Agency = (await App.Using<AddPartner, Partner>(a => Task.FromResult(a.New("dinas", "Dinas Contoh", PartnerKind.Community)))).Id;
        Campus = (await App.Using<AddPartner, Partner>(a => Task.FromResult(a.New("kampus", "Kampus Contoh", PartnerKind.Community)))).Id;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    internal Task<HttpClient> Officer() => App.SignedIn(Roles.ProgrammeOfficer);

    /// <summary>Brings a list to the state it asks for columns in, and gives its address.</summary>
    internal async Task<string> Bring(HttpClient officer, string csv, Guid? partner = null)
    {
        using var answer = await Upload(officer, Encoding.UTF8.GetBytes(csv), partner: partner);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Confirms the guessed columns and waits for what would happen.</summary>
    internal async Task<ListImport> Check(HttpClient officer, string address)
    {
        var list = await List(address);
        (await officer.Submit(address, address + "?handler=Check", [.. list.Meanings.Select((m, i) => ($"Meanings[{i}]", m))])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await Until(address, ImportState.Checked);
    }

    internal async Task<ListImport> Apply(HttpClient officer, string address)
    {
        (await officer.Submit(address, address + "?handler=Apply")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await Until(address, ImportState.Applied);
    }

    /// <summary>From the file to the registry.</summary>
    internal async Task<ListImport> TakeIn(HttpClient officer, string csv, Guid? partner = null)
    {
        var address = await Bring(officer, csv, partner);
        await Check(officer, address);
        return await Apply(officer, address);
    }

    internal Task<ListImport> List(string address)
    {
        var id = Guid.Parse(address[(address.LastIndexOf('/') + 1)..]);
        return App.With(db => db.Set<ListImport>().AsNoTracking().SingleAsync(i => i.Id == id));
    }

    internal async Task<ListImport> Until(string address, ImportState state)
    {
        for (var end = Environment.TickCount64 + 60_000; ; await Task.Delay(50))
        {
            var list = await List(address);
            if (list.State == state)
            {
                return list;
            }

            (Environment.TickCount64 < end).ShouldBeTrue($"the list is {list.State} at line {list.Position}, not {state}");
        }
    }

    /// <summary>An owner who registered in chat with one business in Pare, Kediri; all that follows from it is done.</summary>
    internal async Task<PersonInfo> Register(string name, string business, string number, OwnersWord? word = null)
    {
        PersonInfo? owner = null;
        await App.Change(db =>
        {
            var people = App.Services.GetRequiredService<IPeople>();
            owner = people.Register(db, new(Ids.Next(TimeProvider.System), name, null, "+" + number, "whatsapp", number, "35.06.17", "id"));
            owner = people.AddBusiness(db, owner, new(business, "keripik", "makanan_olahan", "10794", "35.06.17") { Word = word });
        });
        await App.Quiet();
        return owner!;
    }

    /// <summary>Uploads a file as the page does.</summary>
    internal Task<HttpResponseMessage> Upload(HttpClient officer, byte[] file, string name = "daftar.csv", Guid? partner = null) =>
        officer.Upload(ListsPage.Address, ListsPage.Address, "Sheet", file, name, ("Programme", Programme.ToString()), ("Partner", (partner ?? Agency).ToString()));
}
