namespace Pulih.Learning.Quizzes;

/// <summary>Understands an answer that was typed: "b", "2", "B.", the option's words or the part of them that no other option has.</summary>
internal static class TypedOption
{
    private const int Telling = 3;

    /// <summary>The place of the option meant, from 0; null when it cannot be told.</summary>
    public static int? Of(IReadOnlyList<string> options, string typed)
    {
        var text = typed.Trim().Trim('.', ')', '(', ',', '!', '"').Trim();
        if (text.Length == 1)
        {
            return Place(options.Count, text[0]);
        }

        if (text.Length < Telling)
        {
            return null;
        }

        var exact = Places(options, option => option.Equals(text, StringComparison.CurrentCultureIgnoreCase));
        var near = exact.Count > 0 ? exact : Places(options, option =>
            option.Contains(text, StringComparison.CurrentCultureIgnoreCase) || text.Contains(option, StringComparison.CurrentCultureIgnoreCase));
        return near is [var only] ? only : null;
    }

    /// <summary>Several options by letter or number, in the order typed: "A, C", "a dan c", "AC", "1 3". Null when anything else is among them.</summary>
    public static IReadOnlyList<int>? AllOf(IReadOnlyList<string> options, string typed)
    {
        var places = new List<int>();
        foreach (var word in typed.Split([' ', ',', '.', ';', '-', '>', '&', '+', '/', ')', '(', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (places.Count > 0 && word.ToLowerInvariant() is "dan" or "lalu" or "and" or "then")
            {
                continue;
            }

            foreach (var sign in word)
            {
                if (Place(options.Count, sign) is not { } place)
                {
                    return null;
                }

                places.Add(place);
            }
        }

        return places.Count == 0 ? null : places;
    }

    private static int? Place(int options, char sign)
    {
        var place = char.IsAsciiDigit(sign) ? sign - '1' : char.ToLowerInvariant(sign) - 'a';
        return place >= 0 && place < options ? place : null;
    }

    private static List<int> Places(IReadOnlyList<string> options, Func<string, bool> fits) =>
        [.. Enumerable.Range(0, options.Count).Where(i => fits(options[i]))];
}
