using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PulihVerify;

/// <summary>
/// Reads an exported chain line by line and checks it: every fact gives the commitment beside it (SHA-256 over salt and
/// "id, kind, subject, time, content" separated by line feeds), every seal binds the commitments of its facts in the
/// order of their ids and the seal before it. Needs the same memory for a thousand facts as for ten million.
/// </summary>
public sealed class Chain
{
    private readonly Figures figures;
    private byte[] hash = new byte[32];
    private long seal;
    private long line;
    private (long Count, byte[] Hash, string Line)? open;
    private long facts;
    private string last = "";
    private IncrementalHash? running;

    /// <summary>Begins before the first line; what is read also goes to <paramref name="figures"/>.</summary>
    public Chain(Figures figures) => this.figures = figures;

    /// <summary>The hash of each seal a checkpoint or figure names.</summary>
    public Dictionary<long, byte[]> Wanted { get; } = [];

    /// <summary>The number of the last seal that was read.</summary>
    public long Seals => seal;

    /// <summary>The first thing that does not hold; null when the whole chain does.</summary>
    public string? Read(TextReader text)
    {
        while (text.ReadLine() is { } row)
        {
            line++;
            var cells = row.Split('\t', 8);
            var trouble = cells[0] switch
            {
                "S" when cells.Length == 4 => Close() ?? Open(cells),
                "F" when cells.Length == 8 => Fact(cells),
                _ => At("is no line of a chain"),
            };
            if (trouble is not null)
            {
                return trouble;
            }
        }

        return Close();
    }

    private string? Open(string[] cells)
    {
        if (!long.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !long.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || Hex(cells[3], 32) is not { } said)
        {
            return At("is no seal");
        }

        if (number != seal + 1)
        {
            return At($"seal {seal + 1} is missing or out of order");
        }

        (seal, open, facts, last) = (number, (count, said, cells[1]), 0, "");
        running = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> n = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(n, number);
        running.AppendData(hash);
        running.AppendData(n);
        return null;
    }

    private string? Fact(string[] cells)
    {
        var (id, kind, subject, at, content) = (cells[1], cells[2], cells[3], cells[4], cells[7]);
        if (open is null || running is null)
        {
            return At($"fact {id} stands under no seal");
        }

        if (Hex(cells[6], 32) is not { } commitment || Hex(cells[5], cells[5].Length / 2) is not { } salt)
        {
            return At($"fact {id} is not readable");
        }

        if (string.CompareOrdinal(id, last) <= 0)
        {
            return At($"fact {id} is out of its order");
        }

        // An erased fact has neither salt nor content; its commitment still stands in the chain.
        var erased = salt.Length == 0 && content.Length == 0;
        if (!erased && !SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes($"{id}\n{kind}\n{subject}\n{at}\n{content}")]).AsSpan().SequenceEqual(commitment))
        {
            return At($"fact {id} is not what was committed to");
        }

        running.AppendData(commitment);
        (last, facts) = (id, facts + 1);
        if (!erased)
        {
            figures.Hear(kind, subject, content, seal);
        }

        return facts > open.Value.Count ? At($"fact {id} is one more than seal {seal} bound") : null;
    }

    private string? Close()
    {
        if (open is not { } said)
        {
            return null;
        }

        if (facts != said.Count)
        {
            return $"Seal {seal}: {said.Count} facts were sealed and {facts} are there";
        }

        hash = running!.GetHashAndReset();
        running.Dispose();
        running = null;
        open = null;
        if (!hash.AsSpan().SequenceEqual(said.Hash))
        {
            return $"Seal {seal}: its facts are not the ones that were sealed";
        }

        if (Wanted.ContainsKey(seal))
        {
            Wanted[seal] = hash;
        }

        figures.Sealed(seal);
        return null;
    }

    private string At(string trouble) => string.Create(CultureInfo.InvariantCulture, $"Line {line}: {trouble}");

    /// <summary>The bytes of hexadecimal digits; null where they are none or not so many.</summary>
    public static byte[]? Hex(string digits, int bytes)
    {
        try
        {
            var read = Convert.FromHexString(digits);
            return read.Length == bytes ? read : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
