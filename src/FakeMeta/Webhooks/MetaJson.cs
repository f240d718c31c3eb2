using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeMeta.Webhooks;

/// <summary>Writes JSON with Meta's escaping: non-ASCII as lower-case \uXXXX, the slash left alone.</summary>
internal sealed class MetaJson
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    public MetaJson Raw(ReadOnlySpan<byte> json)
    {
        bytes.Write(json);
        return this;
    }

    public MetaJson Number(long value)
    {
        value.TryFormat(bytes.GetSpan(20), out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        bytes.Advance(written);
        return this;
    }

    public MetaJson Text(string value)
    {
        var span = bytes.GetSpan((value.Length * 6) + 2);
        var at = 0;
        span[at++] = (byte)'"';
        foreach (var c in value)
        {
            at += Escape(c, span[at..]);
        }

        span[at++] = (byte)'"';
        bytes.Advance(at);
        return this;
    }

    /// <summary>A node as it is, lone surrogates and NUL included: people's phones send such things.</summary>
    public MetaJson Node(JsonNode? node) => node switch
    {
        null => Raw("null"u8),
        JsonObject map => List(map, "{"u8, "}"u8, static (json, pair) => json.Text(pair.Key).Raw(":"u8).Node(pair.Value)),
        JsonArray array => List(array, "["u8, "]"u8, static (json, item) => json.Node(item)),
        _ when node.GetValueKind() == JsonValueKind.String => Text(node.GetValue<string>()),
        _ => Raw(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString())),
    };

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    private MetaJson List<T>(IEnumerable<T> items, ReadOnlySpan<byte> open, ReadOnlySpan<byte> close, Action<MetaJson, T> write)
    {
        Raw(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                Raw(","u8);
            }

            first = false;
            write(this, item);
        }

        return Raw(close);
    }

    private static int Escape(char c, Span<byte> to)
    {
        if (c is >= ' ' and <= '~' and not ('"' or '\\'))
        {
            to[0] = (byte)c;
            return 1;
        }

        to[0] = (byte)'\\';
        var shortForm = c switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', _ => '\0' };
        if (shortForm != '\0')
        {
            to[1] = (byte)shortForm;
            return 2;
        }

        to[1] = (byte)'u';
        for (var digit = 0; digit < 4; digit++)
        {
            to[2 + digit] = "0123456789abcdef"u8[(c >> (12 - (4 * digit))) & 15];
        }

        return 6;
    }
}
