using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pulih.Platform.Secrets;

/// <summary>Wraps the keys of cookies and forms by the master key before they go into the database, so that a stolen database signs nobody in.</summary>
internal sealed class SealKeyRing(Keys keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sealed", Convert.ToBase64String(keys.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting)))), typeof(OpenKeyRing));
}

/// <summary>Named in the stored key, and made by DataProtection when it reads one.</summary>
internal sealed class OpenKeyRing(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Keys>().Decrypt(Convert.FromBase64String(encryptedElement.Value)));
}

internal sealed class KeyRingMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("platform_keys");
}
