namespace Pulih.Learning.Packs;

/// <summary>The rules for what a pack speaks: OGG with one Opus voice, light enough for a weak line; what WhatsApp sends and plays as audio.</summary>
internal static class PackAudio
{
    private const string Folder = "audio/";
    private const string Ending = ".ogg";

    // RFC 3533: a page begins with OggS, and its segment table ends at byte 27 + segments; RFC 7845: the first packet is OpusHead.
    private const int SegmentsAt = 26;
    private const int FirstPacketAt = 28;
    private const int ChannelsAt = FirstPacketAt + 9;

    /// <summary>The file in <c>audio/NAME.ogg</c>, or null when the path is no such path.</summary>
    public static string? NameOf(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal) && path.Length > Folder.Length + Ending.Length
        && CourseYaml.IsSlug(path.AsSpan(Folder.Length, path.Length - Folder.Length - Ending.Length))
            ? path[Folder.Length..]
            : null;

    public static string PathOf(string file) => Folder + file;

    /// <summary>OGG with one Opus voice; by its content, whatever it is called.</summary>
    public static bool IsVoice(ReadOnlySpan<byte> file) =>
        file.Length > ChannelsAt && file.StartsWith("OggS"u8) && file[SegmentsAt] == 1 && file[FirstPacketAt..].StartsWith("OpusHead"u8) && file[ChannelsAt] == 1;

    public static void Check(PackSource pack, string path, PackProblems problems)
    {
        var file = pack.Bytes(path)!;
        if (!IsVoice(file))
        {
            problems.Add(path, 1, "AudioBroken");
        }
        else if (file.Length > PackLimits.AudioBytes)
        {
            problems.Add(path, 1, "AudioHeavy", file.Length / 1_024, PackLimits.AudioBytes / 1_024);
        }
    }
}
