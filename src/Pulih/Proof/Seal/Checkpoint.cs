using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pulih.Platform;
using Pulih.Platform.Storage;

namespace Pulih.Proof.Seal;

/// <summary>
/// How far the chain had come at a moment, signed. Whoever keeps one elsewhere sees later whether anything before it was
/// altered, and whether the chain's end was cut off.
/// </summary>
/// <param name="Origin">The installation's public address.</param>
/// <param name="Seal">The number of the last seal.</param>
/// <param name="Hash">Its hash, which binds everything before it; hexadecimal.</param>
/// <param name="At">When it was signed, UTC.</param>
/// <param name="Key">The public key, hexadecimal.</param>
/// <param name="Signature">By Ed25519 over <see cref="Text"/>, hexadecimal.</param>
internal sealed record Checkpoint(string Origin, long Seal, string Hash, DateTime At, string Key, string Signature)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>What is signed: five lines.</summary>
    public static string Text(string origin, long seal, string hash, DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"pulih checkpoint 1\n{origin}\n{seal}\n{hash}\n{at:yyyy-MM-ddTHH:mm:ssZ}\n");

    /// <summary>The chain as it is now; null before the first seal.</summary>
    public static async Task<Checkpoint?> Now(PulihDb db, Signature signature, Settings settings, TimeProvider clock, CancellationToken cancel)
    {
        if (await db.Set<FactSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel) is not { } last)
        {
            return null;
        }

        var (hash, now) = (Convert.ToHexStringLower(last.Hash), clock.GetUtcNow().UtcDateTime);
        now = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        return new(settings.PublicUrl, last.Number, hash, now, signature.PublicKey, signature.Of(Text(settings.PublicUrl, last.Number, hash, now)));
    }

    /// <summary>Whether the signature is ours and the chain still has this seal; null when both hold, else why not.</summary>
    public async Task<string?> Breach(PulihDb db, Signature signature, CancellationToken cancel)
    {
        if (!signature.Holds(Text(Origin, Seal, Hash, At), Signature))
        {
            return "the checkpoint was not signed by this installation, or was altered";
        }

        var (number, hash) = (Seal, Convert.FromHexString(Hash));
        var kept = await db.Set<FactSeal>().AsNoTracking().SingleOrDefaultAsync(s => s.Number == number, cancel);
        return kept is null ? $"seal {Seal} of the checkpoint is missing: the end of the chain was cut off"
            : kept.Hash.AsSpan().SequenceEqual(hash) ? null
            : $"seal {Seal} is not the one of the checkpoint: the chain was written anew";
    }
}
