namespace Pulih.Participation.Registration.Form;

/// <summary>What was filled in on a registration page, as typed.</summary>
internal sealed record RegistrationForm
{
    /// <summary>Made with the empty form, so that a form sent twice registers once.</summary>
    public Guid Person { get; init; }

    public string? Name { get; init; }

    public string? Business { get; init; }

    public string? Sold { get; init; }

    /// <summary>The line of business chosen where the words did not say it; a sector's key.</summary>
    public string? Sector { get; init; }

    public string? Place { get; init; }

    /// <summary>The place chosen where the typed one is ambiguous; a region's code.</summary>
    public string? Region { get; init; }

    public string? Phone { get; init; }

    /// <summary>Whether the person agreed to take part.</summary>
    public bool Agreed { get; init; }

    /// <summary>The similar business that was asked about.</summary>
    public Guid? Similar { get; init; }

    /// <summary>What was answered to that.</summary>
    public bool? Same { get; init; }
}
