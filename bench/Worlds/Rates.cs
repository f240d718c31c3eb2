namespace Pulih.Bench.Worlds;

/// <summary>How often things happen in an invented world: what people own, and how lists damage what they say. Shares of 1.</summary>
internal sealed record Rates
{
    /// <summary>Owners with a second business; a third follows as often again.</summary>
    public double SecondBusiness { get; init; } = .17;

    /// <summary>Businesses that a couple runs, either of whom is written down as the owner.</summary>
    public double Couple { get; init; } = .03;

    /// <summary>Rows that carry a facilitator's number instead of the owner's.</summary>
    public double Facilitator { get; init; } = .03;

    /// <summary>Subdistricts that owners live in; the fewer, the more namesakes are neighbours.</summary>
    public int Subdistricts { get; init; } = 1_500;

    /// <summary>Rows after the first of a business, on average.</summary>
    public double Repeats { get; init; } = 1.04;

    /// <summary>Texts with a slip of the keyboard.</summary>
    public double Slip { get; init; } = .06;

    /// <summary>Names written otherwise: a part left out, an initial, a nickname, an old spelling, a degree.</summary>
    public double OtherName { get; init; } = .3;

    /// <summary>Business names left out.</summary>
    public double NoBusinessName { get; init; } = .09;

    /// <summary>Business names that say only what is sold, or are not the same any more.</summary>
    public double Renamed { get; init; } = .06;

    /// <summary>Residents' numbers left out.</summary>
    public double NoNik { get; init; } = .5;

    /// <summary>Phones left out.</summary>
    public double NoPhone { get; init; } = .12;

    /// <summary>Second phones given instead of the first.</summary>
    public double OtherPhone { get; init; } = .12;

    /// <summary>Places and addresses left out.</summary>
    public double NoPlace { get; init; } = .12;

    /// <summary>The worlds by name.</summary>
    public static IReadOnlyDictionary<string, Rates> Worlds { get; } = new Dictionary<string, Rates>(StringComparer.Ordinal)
    {
        ["usual"] = new(),
        ["careless"] = new() { Slip = .14, OtherName = .45, NoBusinessName = .15, NoNik = .7, NoPhone = .25, Renamed = .1 },
        ["clean"] = new() { Slip = .02, OtherName = .12, NoBusinessName = .03, NoNik = .2, NoPhone = .05, OtherPhone = .05, Renamed = .03, NoPlace = .05 },
        ["families"] = new() { SecondBusiness = .35, Couple = .1 },
        ["nation"] = new() { Subdistricts = 7_285 },
        ["villages"] = new() { Subdistricts = 40, Facilitator = .08 },
        ["doubles"] = new() { Repeats = 3 },
        ["singles"] = new() { Repeats = .25 },
    };
}
