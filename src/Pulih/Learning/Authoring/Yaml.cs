using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Pulih.Learning.Authoring;

/// <summary>YAML for forms: leniently read, written as the compiler expects it.</summary>
internal static class Yaml
{
    private static readonly ISerializer Writer = new SerializerBuilder().WithQuotingNecessaryStrings().Build();

    public static YamlNode? Root(string? text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text ?? ""));
            return stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    public static YamlNode? Node(YamlMappingNode? node, string key) => node is not null && node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    public static string? Text(YamlMappingNode? node, string key) => (Node(node, key) as YamlScalarNode)?.Value;

    public static int? Number(YamlMappingNode? node, string key) => int.TryParse(Text(node, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static byte[] Written(object value) => Encoding.UTF8.GetBytes(Writer.Serialize(value));

    /// <summary>A list's texts, one a line; an option with words of its own as "text | words".</summary>
    public static string? Lines(YamlNode? node) => node switch
    {
        YamlSequenceNode list => string.Join('\n', list.Children.Select(Line)),
        YamlScalarNode one => one.Value,
        _ => null,
    };

    private static string? Line(YamlNode item) => item switch
    {
        YamlMappingNode option => Text(option, "say") is { Length: > 0 } say ? $"{Text(option, "text")} | {say}" : Text(option, "text"),
        YamlScalarNode one => one.Value,
        _ => "",
    };
}
