using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pulih.Chat.Contracts;
using Pulih.Chat.Turns;
using Pulih.Chat.Words;
using Pulih.Participation.Contracts;
using Pulih.Participation.Enrolments;
using Pulih.Platform.Storage;
using Pulih.Privacy.Consent;
using Pulih.Privacy.Contracts;
using Pulih.Programmes.Contracts;
using Pulih.Registry.Contracts;
using Pulih.Registry.People;
using Pulih.Registry.Regions;
using Pulih.Registry.Sectors;
using Pulih.Sending.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>A conversation with the registration alone: no host, no database; deeds are carried out on a context that is never saved.</summary>
internal sealed class Talk
{
    public static readonly Guid Programme = Id(1), Cohort = Id(2), Partner = Id(3), Bringer = Id(4);

    private static readonly RegionTable Regions = new();
    private static readonly SectorTable Sectors = new();
    private static readonly ResourceManagerStringLocalizerFactory Texts = new(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance);

    private static readonly DbContextOptions<SqliteDb> Unsaved = new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options;

    private readonly FakeTimeProvider clock = new(new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
    private readonly PulihDb db = new SqliteDb(Unsaved);
    private readonly Listener listener = new(Id(9), "whatsapp", "6281234567890", "Sri", "id");
    private readonly RegistrationTurn turn;
    private readonly DoRegistration deeds;
    private RegistrationState state = new();
    private string offered = "[]";

    public Talk(PersonInfo? person = null, Consents? consents = null, IReadOnlyList<EnrolmentInfo>? enrolments = null, bool open = true, Guid? suspended = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");
        var consent = new KeepConsent(new StringLocalizer<Privacy.Texts>(Texts), clock);
        var people = new KeepPeople(Regions, consent, clock);
        var messages = new RegistrationMessages(new StringLocalizer<Texts>(Texts), consent, Sectors, Regions, new NoLink());
        var read = new ReadAnswer(messages, people, Sectors, new ReadPlace(messages, Regions));
        var collect = new CollectAnswers(messages, read);
        turn = new RegistrationTurn(messages, collect, new WelcomeBack(messages, collect), new CorrectAnswers(messages, read, collect));
        deeds = new DoRegistration(people, consent, new Enrol(Regions, clock), clock);
        var cohort = new CohortInfo(Cohort, "a1", "Angkatan 1", Programme, Partner, ["jualan"], new(2026, 1, 1), open ? new(2026, 12, 31) : new(2026, 2, 1));
        var programme = new ProgrammeInfo(Programme, "umkm", "UMKM Pulih", "Kementerian UMKM", new(2026, 1, 1), new(2026, 12, 31), [cohort], []);
        var referrals = new ReferralMap(new Dictionary<string, ReferralInfo> { ["FBPAGE1"] = new("FBPAGE1", Programme, Cohort, Bringer, "facebook") });
        Known = new(person, consents ?? Consents.None, enrolments ?? [], new ProgrammeMap([programme], [.. suspended is { } partner ? new[] { new PartnerInfo(partner, "x", "X") { Suspended = true } } : []]), referrals);
    }

    public RegistrationKnown Known { get; }

    /// <summary>How many messages we sent so far, the first lesson included.</summary>
    public int Sent { get; private set; }

    /// <summary>Whether the lessons have taken over.</summary>
    public bool AtLessons { get; private set; }

    public Say Last { get; private set; } = new("");

    /// <summary>What the registry finds similar to a business about to be registered.</summary>
    public SimilarBusiness? Similar { get; init; }

    /// <summary>What a similar business was looked for.</summary>
    public List<Draft> Drafts { get; } = [];

    public List<object> Done { get; } = [];

    public static Guid Id(byte last) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last);

    public static PersonInfo Owner(params BusinessInfo[] businesses) => new(Id(9), "Sri Wahyuni", null, "+6281234567890", businesses) { Address = "Bu" };

    public static Consents Allowed => Consents.None.With(ConsentPurpose.TakePart, true);

    /// <summary>The person types; a number, letter or title stands for its choice as in the real chat.</summary>
    public Say Types(string text)
    {
        var tapped = Offers.Find(offered, text);
        return Hear(new Heard(tapped is null ? HeardKind.Text : HeardKind.Tap, text, clock.GetUtcNow().UtcDateTime, "wamid")
        {
            Word = tapped is null ? EverydayWords.Of(text) : Word.None, Payload = tapped?["registration:".Length..], Referral = Chat.Turns.Referral.In(text),
        });
    }

    public Say Taps(string payload, bool open = true) => Hear(new Heard(HeardKind.Tap, "", clock.GetUtcNow().UtcDateTime, "wamid") { Payload = payload, Open = open });

    public Say Sends(HeardKind kind) => Hear(new Heard(kind, "", clock.GetUtcNow().UtcDateTime, "wamid"));

    public Talk Typed(params string[] texts)
    {
        Array.ForEach(texts, t => Types(t));
        return this;
    }

    private Say Hear(Heard heard)
    {
        var answer = turn.Of(state, heard, Known);
        if (answer.Wanted is Draft draft)
        {
            Drafts.Add(draft);
            Known.LookedUp = (draft, Similar);
            answer = turn.Of(state, heard, Known);
        }

        foreach (var deed in answer.Deeds)
        {
            deeds.Do(deed, listener, Known, db);
            Done.Add(deed);
        }

        state = System.Text.Json.JsonSerializer.Deserialize<RegistrationState>(System.Text.Json.JsonSerializer.Serialize(answer.State))!;
        AtLessons = answer.Next == "learning";
        Last = (AtLessons ? new Say("(pelajaran 1)").After(answer.Say?.Text) : answer.Say)!;
        offered = Offers.Json("registration", Last.Choices);
        Sent++;
        return Last;
    }

    private sealed class NoLink : INumbersLink
    {
        public string For(Guid personId, DateTime at) => $"https://pulih.test/data-usaha/{personId:N}";
    }
}
