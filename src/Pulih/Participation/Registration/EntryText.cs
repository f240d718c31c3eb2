namespace Pulih.Participation.Registration;

/// <summary>The first message an entry link fills in, which somebody may also send in the middle of a lesson.</summary>
internal static class EntryText
{
    public static bool Is(string text) =>
        text.IndexOf("(kode ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at && text.IndexOf(')', at) > at;
}
