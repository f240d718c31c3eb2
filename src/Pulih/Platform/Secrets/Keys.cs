using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pulih.Platform.Secrets;

/// <summary>
/// What the master key of <c>Keys:File</c> is used for: keyed hashes that find a value without storing it, and
/// encrypted fields. The file lies outside the database and its backups, so a stolen database alone gives nothing.
/// </summary>
public sealed class Keys
{
    private readonly byte[] hashing;
    private readonly byte[] sealing;
    private readonly byte[] signing;

    public Keys(byte[] master)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(master.Length, 32, nameof(master));
        hashing = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "pulih keyed hash"u8.ToArray());
        sealing = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "pulih encrypted field"u8.ToArray());
        signing = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, 32, info: "pulih signature"u8.ToArray());
    }

    /// <summary>The seed of the key with which the installation signs what it publishes; 32 bytes.</summary>
    public ReadOnlySpan<byte> SigningSeed => signing;

    /// <summary>HMAC-SHA-256 of a value, for finding it again; 64 hexadecimal digits.</summary>
    public string Hash(string value) => Convert.ToHexStringLower(HMACSHA256.HashData(hashing, Encoding.UTF8.GetBytes(value)));

    /// <summary>A keyed hash of a number, for an index whose entries shall tell nothing by themselves.</summary>
    public long Hash(ulong value)
    {
        Span<byte> plain = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[32];
        BinaryPrimitives.WriteUInt64LittleEndian(plain, value);
        HMACSHA256.HashData(hashing, plain, hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>AES-256-GCM of a value: nonce (12 bytes), tag (16), cipher text.</summary>
    public byte[] Encrypt(string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var sealedValue = new byte[28 + plain.Length];
        RandomNumberGenerator.Fill(sealedValue.AsSpan(0, 12));
        using var aes = new AesGcm(sealing, 16);
        aes.Encrypt(sealedValue.AsSpan(0, 12), plain, sealedValue.AsSpan(28), sealedValue.AsSpan(12, 16));
        return sealedValue;
    }

    /// <summary>The value again; throws <see cref="CryptographicException"/> when it was altered or another key made it.</summary>
    public string Decrypt(byte[] sealedValue)
    {
        var plain = new byte[sealedValue.Length - 28];
        using var aes = new AesGcm(sealing, 16);
        aes.Decrypt(sealedValue.AsSpan(0, 12), sealedValue.AsSpan(28), sealedValue.AsSpan(12, 16), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Reads the key file; in Demo makes it when it is missing.</summary>
    public static Keys Open(string file, bool demo)
    {
        if (!File.Exists(file))
        {
            if (!demo)
            {
                throw new InvalidOperationException($"Keys:File '{file}' does not exist. Make it with: openssl rand -base64 32 > '{file}' && chmod 600 '{file}', and keep a copy outside the database's backups.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        return new(Convert.FromBase64String(File.ReadAllText(file).Trim()));
    }
}
