namespace Pulih.Proof.Certificates.Print;

internal static class Sample
{
    public static PrintedCertificate Of(string owner = "Sri Wahyuni", string business = "Keripik Pisang Bu Sri") => new(
        Printable.Of(owner, "Pemilik usaha"),
        Printable.Of(business, "Usaha belum bernama"),
        "Jualan lewat WhatsApp",
        "UMKM Pulih 2026",
        "Kementerian UMKM · Smesco · Facebook · Instagram · WhatsApp",
        5,
        6,
        new DateOnly(2020, 8, 3),
        "K7QM-4RTX",
        "https://pulih.example/certificates/7K2MPQ4RSTUVWX9YZ23456ABCD");
}
