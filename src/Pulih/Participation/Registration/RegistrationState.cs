using Pulih.Registry.Contracts;

namespace Pulih.Participation.Registration;

/// <summary>The question a registration waits for an answer to.</summary>
internal enum Question
{
    None = 0, Consent = 1, Name = 2, BusinessName = 3, Sold = 4, Place = 5, WhichBusiness = 6, WhatToChange = 7, WhoseChange = 8, Similar = 9,
}

/// <summary>What was answered so far; a field that is null is still to be asked, so a correction is a field set back to null.</summary>
internal sealed record RegistrationState
{
    public Question Open { get; init; }

    /// <summary>The code of the entry link the person came by.</summary>
    public string? Referral { get; init; }

    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? BusinessName { get; init; }

    public string? Sold { get; init; }

    public string? Sector { get; init; }

    public string? Kbli { get; init; }

    public string? Place { get; init; }

    /// <summary>A known business that may be this one, once it was found and asked about.</summary>
    public SimilarBusiness? Similar { get; init; }

    /// <summary>What was answered to that.</summary>
    public bool? Same { get; init; }

    /// <summary>The place as last typed, when it was not enough: "kota" after "Bandung" means both.</summary>
    public string? Typed { get; init; }

    /// <summary>How often the open question was answered by what could not be used.</summary>
    public int Tries { get; init; }

    /// <summary>A registered owner adds another business.</summary>
    public bool AnotherBusiness { get; init; }

    /// <summary>A registered owner corrects this answer.</summary>
    public Question Correcting { get; init; }

    /// <summary>The business the correction is about.</summary>
    public Guid? Business { get; init; }
}
