namespace Pulih.Proof.Certificates.Print;

/// <summary>Everything a certificate says on paper, and nothing else; the verification page shows the same fields.</summary>
internal sealed record PrintedCertificate(
    string Owner,
    string Business,
    string Course,
    string Programme,
    string Organisers,
    int Score,
    int Of,
    DateOnly Date,
    string ShortCode,
    string Link)
{
    /// <summary>The address where a reader types the short code: the link without its own code.</summary>
    public string TypeAt => Link[..Link.LastIndexOf('/')].Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal);
}
