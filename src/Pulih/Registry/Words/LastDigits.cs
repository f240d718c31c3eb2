namespace Pulih.Registry.Words;

/// <summary>A number of a resident or business as it is shown: its last four digits, for who knows it to recognise.</summary>
internal static class LastDigits
{
    private const int Shown = 4;

    public static string Of(string number) => number.Length > Shown ? new string('•', number.Length - Shown) + number[^Shown..] : number;
}
