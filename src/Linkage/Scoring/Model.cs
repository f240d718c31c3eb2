using System.Text.Json;
using System.Text.Json.Serialization;
using Linkage.Comparing;
using Linkage.Training;

namespace Linkage.Scoring;

/// <summary>
/// The parameters of one question ("the same owner?"), as kept in a model file. All weights are in bits: log2 of how much
/// likelier a level of agreement is among pairs that are the same than among pairs that are not (Fellegi and Sunter, "A
/// Theory for Record Linkage", 1969); they add up, and with the prior give the log2 odds that a pair is the same.
/// </summary>
public sealed record Model
{
    /// <summary>log2 odds that a pair found by the blocking keys is the same before anything is compared.</summary>
    public required double Prior { get; init; }

    /// <summary>Each comparison's levels by name.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<LevelWeight>> Comparisons { get; init; }

    /// <summary>Two clusters become one while the mean of their pairs' log2 odds is above this.</summary>
    public double Threshold { get; init; }

    /// <summary>What the training list showed of itself without labels; a new list's difference to it moves the weights. Null where they stay.</summary>
    public Anchored? Anchored { get; init; }

    /// <summary>What a mean between two clusters is worth as a chance.</summary>
    public Calibration Joins { get; init; } = new(0, 1);
}

/// <summary>Turns the mean score between two clusters into the log2 odds that they are one.</summary>
/// <param name="Intercept">In bits.</param>
/// <param name="Slope">Bits for each bit of the mean.</param>
public sealed record Calibration(double Intercept, double Slope)
{
    /// <summary>The true count as a share of the one expected from all joins: some doubles share no key and are never seen.</summary>
    public double Seen { get; init; } = 1;

    /// <summary>The chance that two clusters with this mean are one.</summary>
    public double Chance(double mean) => 1 / (1 + Math.Pow(2, -(Intercept + (Slope * mean))));
}

/// <summary>What one level of agreement is worth.</summary>
/// <param name="Level">Its words.</param>
/// <param name="Weight">Bits, at the rarity <paramref name="At"/>.</param>
/// <param name="PerBit">What each bit of rarity above that adds: an agreement on a rare name says more (Winkler's frequency adjustment).</param>
/// <param name="At">The mean rarity, in bits, that training met at this level.</param>
public sealed record LevelWeight(string Level, double Weight, double PerBit = 0, double At = 0)
{
    /// <summary>Bits for an agreement this rare.</summary>
    public double Of(float bits) => Weight + (PerBit * (bits - At));
}

/// <summary>Model files: readable JSON.</summary>
public static class ModelFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of a model file.</summary>
    public static string Write<T>(T model) => JsonSerializer.Serialize(model, Json);

    /// <summary>Reads a model file; throws <see cref="JsonException"/> with line and place where it is not one.</summary>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Json) ?? throw new JsonException("The model file is empty.");
}
