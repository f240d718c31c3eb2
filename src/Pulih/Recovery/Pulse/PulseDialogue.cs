using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Pulih.Chat.Contracts;
using Pulih.Platform.Language;
using Pulih.Platform.Storage;
using Pulih.Privacy.Contracts;
using Pulih.Registry.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>The monthly survey in chat. Whoever writes "kabar usaha" opens it at any time.</summary>
internal sealed class PulseDialogue(PulseTurn turn, KeepAnswers keep, IPeople owners, IConsent consent, IStringLocalizer<Texts> text, TimeProvider clock) : Dialogue<PulseState, PulseKnown>
{
    public const string Me = "pulse";

    private static readonly string[] Words = ["kabar", "kabar usaha", "lapor kabar", "survei", "survey", "business news"];

    public override string Name => Me;

    public override string? MenuTitle => text["pulse.menu"];

    public override bool Claims(string text) => Array.IndexOf(Words, text.Trim().TrimEnd('.', '!').ToLowerInvariant()) >= 0;

    public override async Task<IReadOnlyDictionary<Guid, PulseKnown>> Recall(PulihDb db, IReadOnlyCollection<Listener> people, CancellationToken cancel)
    {
        var ids = people.Select(p => p.PersonId).Distinct().ToList();
        var members = (await db.Set<PanelMember>().Where(m => ids.Contains(m.PersonId)).ToListAsync(cancel)).ToLookup(m => m.PersonId);
        var month = Survey.MonthAt(clock.GetUtcNow().UtcDateTime);
        var reports = await keep.Load(db, [.. members.SelectMany(m => m).Select(m => m.BusinessId)], month, cancel);
        var known = await owners.Load(db, ids, cancel);
        var consents = await consent.Load(db, ids, cancel);
        return ids.ToDictionary(id => id, id => new PulseKnown(month, known.GetValueOrDefault(id), [.. members[id].OrderBy(m => m.EnrolledAt).ThenBy(m => m.BusinessId)], reports) { Consents = consents[id] });
    }

    public override Answer<PulseState> Turn(PulseState state, Heard heard, Listener listener, PulseKnown known) =>
        Claims(heard.Text) && heard.Kind == HeardKind.Text ? new(new()) { Next = Me } : turn.Of(state, heard, known);

    public override Guid? Payer(PulseState state, Heard heard, PulseKnown known) => known.Members.Count == 0 ? null : known.Members[0].ProgrammeId;

    public override void Do(object deed, Listener listener, PulseKnown known, PulihDb db)
    {
        switch (deed)
        {
            case GiveAnswer given:
                var member = known.Member(given.Business)!;
                known.Reports[given.Business] = keep.Give(db, member, known.Reports.GetValueOrDefault(given.Business), known.Month, given.Question, given.Value, Door.Chat);
                break;
            case AnswerPermission permission:
                consent.Record(db, listener.PersonId, ConsentPurpose.MonthlySurvey, permission.Given, consent.Ask(ConsentPurpose.MonthlySurvey, "").Version, listener.Channel);
                known.Consents = known.Consents.With(ConsentPurpose.MonthlySurvey, permission.Given);
                break;
            case PassMonth:
                known.Members.ToList().ForEach(m => m.Rest(clock.GetUtcNow().UtcDateTime));
                break;
            default:
                throw new InvalidOperationException($"The survey knows no deed {deed.GetType().Name}.");
        }
    }
}

/// <summary>An amount waits to be confirmed.</summary>
internal sealed record PulseState
{
    public Guid? Business { get; init; }
    public long? Amount { get; init; }
}

internal sealed record GiveAnswer(Guid Business, Question Question, long? Value);

internal sealed record AnswerPermission(bool Given);

internal sealed record PassMonth;

/// <summary>What the survey knows of an owner: their businesses in the panel and what was answered for the month that is asked about now.</summary>
internal sealed class PulseKnown(DateOnly month, PersonInfo? person, IReadOnlyList<PanelMember> members, Dictionary<Guid, Report> reports)
{
    public DateOnly Month => month;

    public PersonInfo? Person => person;

    public IReadOnlyList<PanelMember> Members => members;

    public Dictionary<Guid, Report> Reports => reports;

    public Consents Consents { get; set; } = Consents.None;

    public PanelMember? Member(Guid business) => members.FirstOrDefault(m => m.BusinessId == business);

    public string NameOf(PanelMember member) => person?.Businesses.FirstOrDefault(b => b.Id == member.BusinessId)?.Name ?? "";
}
