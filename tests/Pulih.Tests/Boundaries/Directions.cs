namespace Pulih.Boundaries;

/// <summary>Who may ask whom. Programmes ← Registry ← Participation ← Classes ← Learning ← Proof ← Recovery, Market ← Insight, PartnerApi.</summary>
internal static class Directions
{
    private static readonly string[][] Order =
        [["Programmes"], ["Registry"], ["Participation"], ["Classes"], ["Learning"], ["Proof"], ["Recovery", "Market"], ["Insight", "PartnerApi"]];

    // Consent is asked anywhere, and whoever has something to say asks Chat or Sending for it.
    private static readonly string[] AskedByAll = ["Privacy", "Chat", "Sending"];

    // Budgets, identities with their time zones, audiences.
    private static readonly string[] AskedForDelivery = ["Programmes", "Registry", "Participation"];

    public static bool Knows(string capability) => Place(capability) >= 0 || AskedByAll.Contains(capability);

    public static bool MayAsk(string from, string to) =>
        AskedByAll.Contains(to)
        || (from is "Chat" or "Sending" ? AskedForDelivery.Contains(to) : Place(to) >= 0 && Place(to) < Place(from));

    private static int Place(string capability) => Array.FindIndex(Order, same => same.Contains(capability));
}
