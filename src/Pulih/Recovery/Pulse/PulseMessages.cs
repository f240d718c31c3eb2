using Microsoft.Extensions.Localization;
using Pulih.Platform.Language;
using Pulih.Sending.Contracts;

namespace Pulih.Recovery.Pulse;

/// <summary>Writes what the survey says in chat: one question is one message.</summary>
internal sealed class PulseMessages(IStringLocalizer<Texts> text)
{
    public const string Start = "start";
    public const string NotNow = "not-now";
    public const string Agree = "agree";
    public const string Refuse = "refuse";
    public const string Learn = "learn";

    /// <summary>The opening of a month, sent by the programme: what it is about, how to begin, and the page for who prefers one.</summary>
    public Say Invitation(string called, string business, DateOnly month, string link) => new(text["pulse.invitation", called, business, Formats.Month(month), link])
    {
        Choices = [new(text["pulse.start"], Start), new(text["pulse.not-now"], NotNow)],
    };

    /// <summary>The permission, asked before the first question.</summary>
    public Say Permission(string question) => new(question) { Choices = [new(text["pulse.agree"], Agree), new(text["pulse.refuse"], Refuse)] };

    /// <summary>A question about one business; with several, its name stands before it.</summary>
    public Say Ask(PulseKnown known, PanelMember member, Question question)
    {
        var words = text[Survey.QuestionKey(question, known.Month), Formats.Month(known.Month), Formats.Month(known.Month.AddYears(-1))].Value;
        var say = new Say(known.Members.Count > 1 ? $"*{known.NameOf(member)}*\n{words}" : words)
        {
            ListButton = text["pulse.choose"],
            Choices = [.. Survey.Options(question, known.Month).Select(o => new Choice(text[Survey.OptionKey(question, known.Month, o)], Tap.Write(known, member, question, o))), new(text["pulse.skip"], Tap.Write(known, member, question, null))],
        };
        return question == Question.Status ? say.After(text["pulse.head", Formats.Month(known.Month)]) : say;
    }

    public Say Confirm(PulseKnown known, PanelMember member, long amount) => new(text["pulse.confirm", Formats.Rupiah(amount * 100), Formats.Month(known.Month)])
    {
        Choices = [new(text["pulse.right"], Tap.Write(known, member, Question.Sales, amount)), new(text["pulse.wrong"], Start), new(text["pulse.skip"], Tap.Write(known, member, Question.Sales, null))],
    };

    public Say Thanks() => new(text["pulse.thanks"]) { Choices = [new(text["pulse.learn"], Learn)] };

    public Say Ended() => new(text["pulse.ended"]) { Choices = [new(text["pulse.learn"], Learn)] };

    public Say Skipped() => new(text["pulse.skipped"]) { Choices = [new(text["pulse.learn"], Learn)] };

    public Say Refused() => new(text["pulse.refused"]) { Choices = [new(text["pulse.learn"], Learn)] };

    public string Unclear(string key) => text[key];

    public string NotUnderstood() => text["pulse.not-understood"];
}
