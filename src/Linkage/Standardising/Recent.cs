namespace Linkage.Standardising;

/// <summary>
/// Answers that were worked out lately, in so many places and no more: a newer answer takes an older one's place, so a
/// program that reads lists for months holds no more memory than one that read a single list. Safe to be used by many
/// threads at once; an answer may be worked out twice.
/// </summary>
internal sealed class Recent<T>(int bits, Func<string, T> work)
    where T : class
{
    private readonly Entry?[] places = new Entry?[1 << bits];

    /// <summary>The answer for this text.</summary>
    public T Of(string text)
    {
        ref var place = ref places[text.GetHashCode(StringComparison.Ordinal) & (places.Length - 1)];
        if (Volatile.Read(ref place) is { } known && known.Text == text)
        {
            return known.Answer;
        }

        var answer = work(text);
        Volatile.Write(ref place, new(text, answer));
        return answer;
    }

    private sealed record Entry(string Text, T Answer);
}
