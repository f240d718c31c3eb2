using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>What a registration says: one question a message, with its choices.</summary>
internal sealed class RegistrationMessages(IStringLocalizer<Texts> text, IConsent consent, ISectors sectors, IRegions regions, INumbersLink numbers)
{
    private const int Title = 24, Description = 72, MostRows = 10;

    public string this[string key, params object[] about] => text[key, about];

    /// <summary>The words that go before the first question: who we are, that it is free, what we never ask for.</summary>
    public string Greeting(DateTime at, ProgrammeInfo? programme) =>
        $"{text[TimeOfDay(at)]}, Bapak/Ibu. {text["greet", programme?.Name ?? "Pulih", programme?.Organisers ?? ""]}\n{text["safe"]}";

    public Say Consent(ProgrammeInfo? programme)
    {
        var asked = Permission(programme);
        return new($"{asked.Text}\n\n{text["ask.consent"]}") { MustGo = true, Choices = [new(text["yes"], $"consent:yes:{asked.Version}"), new(text["no"], $"consent:no:{asked.Version}")] };
    }

    /// <summary>The permission to take part, in words. Records are kept five years after the programme, as long as its accounts are.</summary>
    public ConsentText Permission(ProgrammeInfo? programme) =>
        consent.Ask(ConsentPurpose.TakePart, ((programme?.Ends.Year ?? 2030) + 5).ToString(System.Globalization.CultureInfo.InvariantCulture));

    public Say Ask(Question question, RegistrationState state) => question switch
    {
        Question.Name => new(text["ask.name"]),
        Question.BusinessName => new(text["ask.business"]),
        Question.Sold => Sold(state, []),
        Question.Similar => new(text["similar.ask", state.Similar!.Told]) { Choices = [new(text["similar.yes"], "similar:yes"), new(text["similar.no"], "similar:no")] },
        _ => new(text["ask.place"]),
    };

    public Say Sold(RegistrationState state, IReadOnlyList<Sector> likely)
    {
        var last = sectors.Get(Sector.Other)!;
        Sector[] rows = [.. likely.Concat(sectors.ShortList).Where(s => s != last).Distinct().Take(MostRows - 1), last];
        return new(string.IsNullOrEmpty(state.BusinessName) ? text["ask.sold.unnamed"] : text["ask.sold", state.BusinessName])
        {
            ListButton = text["choose"], Choices = [.. rows.Select(s => new Choice(s.Title, $"sector:{s.Key}", Cut.To(s.About, Description)))],
        };
    }

    /// <summary>The places a typed one can be; two of one name are told apart by where they lie.</summary>
    public Say Places(RegionMatch match) => new(match.More ? text["place.many"] : text["place.choose"])
    {
        ListButton = text["choose"],
        Choices = [.. match.Several.Select(r => new Choice(Cut.To(Told(r, match.Several), Title), $"region:{r.Code}", Cut.To(r.Within, Description)))],
    };

    public Say WhichBusiness(PersonInfo person, Func<BusinessInfo, string> payload, bool another, string question) => new(question)
    {
        ListButton = text["choose"],
        Choices =
        [
            .. person.Businesses.Take(MostRows - 1).Select((b, i) => new Choice(Numbered(b, i, person.Businesses), payload(b), Where(b))),
            .. another ? [new Choice(text["another-business"], "learn:new")] : Array.Empty<Choice>(),
        ],
    };

    public Say WhatToChange(RegistrationState state, PersonInfo? person) => new(text["change.what"])
    {
        ListButton = text["choose"],
        Choices =
        [
            .. Offer(person is not null || state.Name is not null, "name", person?.Name ?? state.Name),
            .. Offer(person is not null || state.BusinessName is not null, "business", person is null ? state.BusinessName : Names(person)),
            .. Offer(person is not null || state.Sector is not null, "sold", person is null ? state.Sold : Sells(person)),
            .. Offer(person is not null || state.Place is not null, "place", person is null ? PlaceOf(state.Place) : Places(person)),
            .. Offer(person is not null, "numbers", text["change.numbers.about"]),
            new Choice(text["change.none"], "fix:none"),
        ],
    };

    /// <summary>Where the numbers that are never asked for in a chat can be given.</summary>
    public string Numbers(PersonInfo person, DateTime at) => text["change.numbers.link", numbers.For(person.Id, at)];

    /// <summary>The thanks that go before the first lesson.</summary>
    public string Registered(string called, string businessName, string place, Destination destination, ProgrammeInfo? programme) =>
        text["registered", called, businessName, PlaceOf(place) ?? "", programme?.Name ?? destination.Cohort.Name];

    /// <summary>Why what came cannot be the answer, by what it was; null when it may just be asked again.</summary>
    public string? Odd(Heard heard) => heard.Kind switch
    {
        HeardKind.Voice => text["odd.voice"].Value,
        HeardKind.Picture => text["odd.picture"].Value,
        HeardKind.Location => text["odd.location"].Value,
        HeardKind.Other => text["odd.other"].Value,
        HeardKind.Text when LooksLikeNik(heard.Text) => text["odd.nik"].Value,
        _ => null,
    };

    private static string Told(Region region, IReadOnlyList<Region> among) =>
        among.Count(r => r.Title == region.Title) > 1 ? $"{region.Name}, {region.Parent?.Name}" : region.Title;

    private static bool LooksLikeNik(string typed) => typed.Count(c => char.IsAsciiDigit(c) || c == '•') >= 16;

    // WIB is what most have; nobody has told us theirs yet.
    private static string TimeOfDay(DateTime at) => at.AddHours(7).Hour switch { >= 4 and < 11 => "greet.morning", >= 11 and < 15 => "greet.day", >= 15 and < 18 => "greet.afternoon", _ => "greet.evening" };

    private static string Numbered(BusinessInfo business, int place, IReadOnlyList<BusinessInfo> all) =>
        // Two businesses of one name need different titles, or Meta refuses the message.
        all.Count(b => Cut.To(b.Name, Title - 3) == Cut.To(business.Name, Title - 3)) > 1 ? $"{place + 1}. {Cut.To(business.Name, Title - 4)}" : Cut.To(business.Name, Title);

    private IEnumerable<Choice> Offer(bool there, string field, string? now) =>
        there ? [new Choice(text[$"change.{field}"], $"fix:{field}", Cut.To(now ?? "", Description))] : [];

    private string? PlaceOf(string? code) => code is null ? null : regions.Get(code)?.Display;

    private string Where(BusinessInfo business) => Cut.To(PlaceOf(business.RegionCode) ?? "", Description);

    private static string Names(PersonInfo person) => string.Join(", ", person.Businesses.Select(b => b.Name));

    private string Sells(PersonInfo person) => string.Join(", ", person.Businesses.Select(b => sectors.Get(b.SectorKey)?.Title));

    private string Places(PersonInfo person) => string.Join("; ", person.Businesses.Select(b => PlaceOf(b.RegionCode)));
}
