using Pulih.Chat.Contracts;
using Pulih.Platform.Language;
using Pulih.Privacy.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>Decides the answer to one message about the survey; pure.</summary>
internal sealed class PulseTurn(PulseMessages messages, IConsent consent, TimeProvider clock)
{
    private static readonly string[] Skips = ["lewati", "lewat", "skip", "tidak tahu", "gak tahu", "ga tau", "nggak tahu", "tdk tahu"];

    public Answer<PulseState> Of(PulseState state, Heard heard, PulseKnown known)
    {
        if (known.Members.Count == 0)
        {
            return new(state) { Next = known.Person is { Businesses.Count: > 0 } ? "learning" : "registration" };
        }

        switch (heard.Payload)
        {
            case PulseMessages.Learn:
                return new(new()) { Next = "learning" };
            case PulseMessages.NotNow:
                return new(new(), messages.Skipped()) { Deeds = [new PassMonth()] };
            case PulseMessages.Refuse:
                return new(new(), messages.Refused()) { Deeds = [new AnswerPermission(false)] };
            case PulseMessages.Agree:
                return Open(known, null) with { Deeds = [new AnswerPermission(true)] };
        }

        if (!known.Consents.Allows(ConsentPurpose.MonthlySurvey))
        {
            // A word answers the question about the permission as its buttons do.
            return heard is { Kind: HeardKind.Text, Open: true, Word: Word.Yes or Word.Continue } ? Open(known, null) with { Deeds = [new AnswerPermission(true)] }
                : heard is { Kind: HeardKind.Text, Open: true, Word: Word.No } ? new(new(), messages.Refused()) { Deeds = [new AnswerPermission(false)] }
                : new(new(), messages.Permission(consent.Ask(ConsentPurpose.MonthlySurvey, "").Text));
        }

        if (Tap.Read(heard.Payload) is { } tap)
        {
            // A button of another month or of a business that is no longer theirs: the open question is asked again.
            return tap.Month == known.Month && known.Member(tap.Business) is { } tapped ? Answered(known, tapped, tap.Question, tap.Value) : Open(known, null);
        }

        return heard.Kind == HeardKind.Begin || heard.Payload == PulseMessages.Start ? Open(known, null) : Typed(state, heard, known);
    }

    private Answer<PulseState> Typed(PulseState state, Heard heard, PulseKnown known)
    {
        if (First(known) is not { } open)
        {
            return new(new()) { Next = "learning" }; // Everything is told; what they write is for the lesson.
        }

        var (member, question) = open;
        if (heard.Kind != HeardKind.Text)
        {
            return Open(known, messages.NotUnderstood());
        }

        if (state.Amount is { } amount && state.Business == member.BusinessId && heard.Word is Word.Yes or Word.No)
        {
            return heard.Word == Word.Yes ? Answered(known, member, Question.Sales, state.Amount) : Open(known, null);
        }

        if (heard.Word == Word.No || Array.IndexOf(Skips, heard.Text.Trim().ToLowerInvariant()) >= 0)
        {
            return Answered(known, member, question, null);
        }

        if (question == Question.Sales)
        {
            var read = TypedAmount.Of(heard.Text);
            return read.Refusal is { } refusal ? Open(known, messages.Unclear(refusal))
                : new(new() { Business = member.BusinessId, Amount = read.Rupiah }, messages.Confirm(known, member, read.Rupiah));
        }

        return question is Question.Workers or Question.Online && TypedNumber.Of(SpokenNumber.Digits(heard.Text.Trim().ToLowerInvariant().Replace(" orang", "", StringComparison.Ordinal))) is { } number
            && number == Math.Floor(number) && Survey.Fits(question, known.Month, (long)number)
            ? Answered(known, member, question, (long)number)
            : Open(known, messages.Unclear(question switch { Question.Workers => "pulse.workers.unclear", Question.Online => "pulse.online.unclear", _ => "pulse.not-understood" }));
    }

    /// <summary>Keeps the answer and asks what follows from it.</summary>
    private Answer<PulseState> Answered(PulseKnown known, PanelMember member, Question question, long? value)
    {
        var answer = GivenAnswer.Of(member.BusinessId, known.Month, question, value, Door.Chat, null, clock);
        var after = (known.Reports.GetValueOrDefault(member.BusinessId) ?? Report.Of(member.BusinessId, known.Month)).With(answer);
        var next = Survey.Next(after) is { } own ? (member, own) : First(known, except: member);
        var say = next is var (about, asked) ? messages.Ask(known, about, asked) : after.Status == OperatingStatus.Ended ? messages.Ended() : messages.Thanks();
        return new(new(), say) { Deeds = [new GiveAnswer(member.BusinessId, question, value)] };
    }

    private Answer<PulseState> Open(PulseKnown known, string? preface) =>
        First(known) is var (member, question) ? new(new(), messages.Ask(known, member, question).After(preface)) : new(new(), messages.Thanks());

    private static (PanelMember Member, Question Question)? First(PulseKnown known, PanelMember? except = null)
    {
        foreach (var member in known.Members.Where(m => m != except))
        {
            if (Survey.Next(known.Reports.GetValueOrDefault(member.BusinessId)) is { } question)
            {
                return (member, question);
            }
        }

        return null;
    }
}
