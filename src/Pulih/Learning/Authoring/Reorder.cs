using System.Globalization;

namespace Pulih.Learning.Authoring;

/// <summary>What the buttons beside the parts of a form ask for: <c>add</c>, <c>up:1</c>, <c>down:1</c>, <c>remove:1</c>, places from 0.</summary>
internal static class Reorder
{
    /// <summary>Does it, and gives the place to look at afterwards; null when nothing was asked for or it cannot be done. The last part is never taken out.</summary>
    public static int? Do<T>(List<T> parts, string what)
        where T : new()
    {
        var words = what.Split(':');
        var at = words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < parts.Count ? place : -1;
        switch (words[0])
        {
            case "add":
                parts.Add(new());
                return parts.Count - 1;
            case "remove" when at >= 0 && parts.Count > 1:
                parts.RemoveAt(at);
                return Math.Min(at, parts.Count - 1);
            case "up" when at > 0:
                (parts[at - 1], parts[at]) = (parts[at], parts[at - 1]);
                return at - 1;
            case "down" when at >= 0 && at < parts.Count - 1:
                (parts[at + 1], parts[at]) = (parts[at], parts[at + 1]);
                return at + 1;
            default:
                return null;
        }
    }
}
