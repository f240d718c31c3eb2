using Pulih.Learning.Contracts;

namespace Pulih.Learning.Conversation;

/// <summary>Understands an answer that was typed: "b", "2", "B.", the option's words or the part of them that no other option has.</summary>
internal static class TypedOption
{
    private const int Telling = 3;

    public static int? Of(Question question, string typed)
    {
        var text = typed.Trim().Trim('.', ')', '(', ',', '!', '"').Trim();
        if (text.Length == 1)
        {
            var index = char.IsAsciiDigit(text[0]) ? text[0] - '1' : char.ToLowerInvariant(text[0]) - 'a';
            return index >= 0 && index < question.Options.Count ? index : null;
        }

        if (text.Length < Telling)
        {
            return null;
        }

        var exact = Indexes(question, option => option.Equals(text, StringComparison.CurrentCultureIgnoreCase));
        var near = exact.Count > 0 ? exact : Indexes(question, option =>
            option.Contains(text, StringComparison.CurrentCultureIgnoreCase) || text.Contains(option, StringComparison.CurrentCultureIgnoreCase));
        return near is [var only] ? only : null;
    }

    private static List<int> Indexes(Question question, Func<string, bool> fits) =>
        [.. Enumerable.Range(0, question.Options.Count).Where(i => fits(question.Options[i]))];
}
