using System.Text;
using NSec.Cryptography;
using Pulih.Platform.Secrets;

namespace Pulih.Proof.Seal;

/// <summary>Signs what the installation publishes, by Ed25519 (RFC 8032) with a key that follows from the master key.</summary>
internal sealed class Signature : IDisposable
{
    private readonly Key key;

    public Signature(Keys keys)
    {
        key = Key.Import(SignatureAlgorithm.Ed25519, keys.SigningSeed, KeyBlobFormat.RawPrivateKey);
        PublicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>What everybody may check with: 64 hexadecimal digits.</summary>
    public string PublicKey { get; }

    /// <summary>The signature of a text; 128 hexadecimal digits.</summary>
    public string Of(string text) => Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether a signature of a text was made with this key.</summary>
    public bool Holds(string text, string signature)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromHexString(signature);
        }
        catch (FormatException)
        {
            return false;
        }

        return SignatureAlgorithm.Ed25519.Verify(key.PublicKey, Encoding.UTF8.GetBytes(text), bytes);
    }

    public void Dispose() => key.Dispose();
}
