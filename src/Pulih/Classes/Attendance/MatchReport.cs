using Linkage.Standardising;
using Pulih.Registry.Contracts;

namespace Pulih.Classes.Attendance;

/// <summary>Somebody a row may mean, and why: the word of a text.</summary>
internal sealed record Suggestion(PersonInfo Person, string Why);

/// <summary>
/// Finds whom a report's row means among the people of the class. A row is given to somebody only by a telephone number
/// or a name that one person alone has; two people of one name are never told apart by guess.
/// </summary>
internal sealed class MatchReport
{
    private const int MostSuggested = 3;
    private static readonly char[] Separators = ['-', '–', '|', '(', ')', '/', ',', '_', '['];
    private readonly ILookup<string, PersonInfo> byName;
    private readonly ILookup<string, PersonInfo> byPhone;
    private readonly ILookup<string, PersonInfo> byWord;

    public MatchReport(IEnumerable<PersonInfo> people)
    {
        var all = people.ToList();
        byName = all.Select(p => (Key: KeyOf(p.Name), Person: p)).Where(p => p.Key.Length > 0).ToLookup(p => p.Key, p => p.Person, StringComparer.Ordinal);
        byPhone = all.SelectMany(p => Numbers.Phones(p.Phone ?? "").Select(n => (Number: n, Person: p))).ToLookup(p => p.Number, p => p.Person, StringComparer.Ordinal);
        byWord = all.SelectMany(p => WordsOf(p.Name).Concat(p.Businesses.SelectMany(b => Words.Of(b.Name))).Distinct(StringComparer.Ordinal).Select(w => (Word: w, Person: p))).ToLookup(p => p.Word, p => p.Person, StringComparer.Ordinal);
    }

    /// <summary>The person, or null with the reason.</summary>
    public (PersonInfo? Person, RowMatch Reason) Find(string name, string contact)
    {
        var phones = new[] { contact, name }.Concat(name.Split(' ')).SelectMany(Numbers.Phones).SelectMany(n => byPhone[n]).Distinct().ToList();
        if (phones is [var owner])
        {
            return (owner, RowMatch.Phone);
        }

        // "Siti Aminah - Keripik Bu Siti": what stands before or after the line may be the name.
        foreach (var part in name.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(name))
        {
            switch (byName[KeyOf(part)].ToList())
            {
                case [var only]:
                    return (only, RowMatch.Name);
                case { Count: > 1 }:
                    return (null, RowMatch.SeveralOfName);
            }
        }

        return (null, RowMatch.NobodyOfName);
    }

    /// <summary>Who a row nobody was found for may mean, most likely first, with the word that speaks for each.</summary>
    public IReadOnlyList<Suggestion> Suggest(string name)
    {
        var words = WordsOf(name).Concat(Words.Of(name)).Distinct(StringComparer.Ordinal).Where(w => w.Length > 2).ToList();
        return
        [
            .. words.SelectMany(w => byWord[w].Select(p => (Person: p, Word: w)))
                .GroupBy(s => s.Person.Id).OrderByDescending(g => g.Count()).ThenBy(g => g.First().Person.Name, StringComparer.Ordinal).Take(MostSuggested)
                .Select(g => new Suggestion(g.First().Person, string.Join(", ", g.Select(s => s.Word)))),
        ];
    }

    private static string KeyOf(string name) => PersonNames.Read(name).Joined;

    private static IEnumerable<string> WordsOf(string name) => PersonNames.Read(name).Parts.Select(p => p.Key);
}
