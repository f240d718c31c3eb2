using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pulih.Learning.Packs;

/// <summary>Reads the fields of one YAML mapping; whatever is missing, of the wrong kind or too long becomes a problem at its line.</summary>
internal sealed class PackYaml(string file, YamlMappingNode node, PackProblems problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public int Line => LineOf(node);

    /// <summary>The file's one document, or null and a problem.</summary>
    public static YamlNode? Load(string file, string text, PackProblems problems)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (YamlException broken)
        {
            problems.Add(file, Math.Max(1, (int)broken.Start.Line), "YamlBroken", broken.Message);
            return null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The scanner throws these, without a place, for brackets that never close; the last thing it understood is near.
            problems.Add(file, Math.Max(1, (int)(parser.Current?.End.Line ?? 1)), "YamlBroken", "");
            return null;
        }

        if (stream.Documents is [var only])
        {
            return only.RootNode;
        }

        problems.Add(file, 1, "YamlEmpty");
        return null;
    }

    public static int LineOf(YamlNode node) => Math.Max(1, (int)node.Start.Line);

    public int LineOfField(string key) => Field(key) is { } found ? LineOf(found) : Line;

    /// <summary>A text of at most <paramref name="limit"/> characters, or empty and a problem.</summary>
    public string Text(string key, int limit)
    {
        if (Required(key) is not { } found)
        {
            return "";
        }

        return TextOf(found, key, limit);
    }

    public int Number(string key, int from, int to)
    {
        if (Required(key) is not { } found)
        {
            return from;
        }

        if (found is YamlScalarNode { Value: { } written }
            && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
        {
            return number;
        }

        problems.Add(file, LineOf(found), "FieldNumber", key, from, to);
        return from;
    }

    public bool YesOrNo(string key)
    {
        if (Required(key) is not YamlScalarNode { Value: "true" or "false" } found)
        {
            problems.Add(file, LineOfField(key), "FieldYesNo", key);
            return false;
        }

        return found.Value == "true";
    }

    /// <summary>A list of texts; one text alone is a list of one.</summary>
    public IReadOnlyList<string> Texts(string key, int from, int to, Func<int, int> limit)
    {
        if (Required(key) is not { } found)
        {
            return [];
        }

        if (found is YamlScalarNode && from <= 1)
        {
            return [TextOf(found, key, limit(1))];
        }

        if (found is not YamlSequenceNode list || list.Children.Count < from || list.Children.Count > to)
        {
            problems.Add(file, LineOf(found), "FieldList", key, from, to);
            return [];
        }

        return [.. list.Children.Select(item => TextOf(item, key, limit(list.Children.Count)))];
    }

    /// <summary>Whether a field that may be left out is there.</summary>
    public bool Has(string key) => Field(key) is not null;

    /// <summary>A list of whole numbers, all within bounds; one number alone is a list of one.</summary>
    public IReadOnlyList<int> Numbers(string key, int from, int to)
    {
        if (Required(key) is not { } found)
        {
            return [];
        }

        var written = found is YamlSequenceNode list ? list.Children : [found];
        var numbers = written.Select(n => n is YamlScalarNode { Value: { } value } && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number : (int?)null).ToList();
        if (numbers.Count == 0 || numbers.Contains(null))
        {
            problems.Add(file, LineOf(found), "FieldNumbers", key, from, to);
            return [];
        }

        return [.. numbers.Select(n => n!.Value)];
    }

    /// <summary>A list of texts, each alone or as <c>text</c> with what is said to who chooses it.</summary>
    public IReadOnlyList<(string Text, string? Say)> Options(string key, int from, int to, Func<int, int> limit)
    {
        if (Required(key) is not YamlSequenceNode list || list.Children.All(item => item is YamlScalarNode))
        {
            return [.. Texts(key, from, to, limit).Select(text => (text, (string?)null))];
        }

        if (list.Children.Count < from || list.Children.Count > to)
        {
            problems.Add(file, LineOf(list), "FieldList", key, from, to);
            return [];
        }

        return [.. list.Children.Select(item => OptionOf(item, key, limit(list.Children.Count)))];
    }

    public PackYaml? Part(string key)
    {
        if (Required(key) is not { } found)
        {
            return null;
        }

        if (found is YamlMappingNode mapping)
        {
            return new PackYaml(file, mapping, problems);
        }

        problems.Add(file, LineOf(found), "FieldMapping", key);
        return null;
    }

    /// <summary>A field nobody asked for is most often a misspelt one.</summary>
    public void RefuseOthers()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
            {
                problems.Add(file, LineOf(key), "FieldUnknown", key.ToString(), string.Join(", ", asked));
            }
        }
    }

    private (string Text, string? Say) OptionOf(YamlNode item, string key, int limit)
    {
        if (item is not YamlMappingNode mapping)
        {
            return (TextOf(item, key, limit), null);
        }

        var fields = new PackYaml(file, mapping, problems);
        var option = (fields.Text("text", limit), fields.Has("say") ? fields.Text("say", PackLimits.Explain) : null);
        fields.RefuseOthers();
        return option;
    }

    private string TextOf(YamlNode found, string key, int limit)
    {
        if (found is not YamlScalarNode { Value: { } written } || string.IsNullOrWhiteSpace(written))
        {
            problems.Add(file, LineOf(found), "FieldText", key);
            return "";
        }

        var text = written.Trim();
        if (text.Length > limit)
        {
            problems.Add(file, LineOf(found), "TooLong", key, text.Length, limit);
        }

        return text;
    }

    private YamlNode? Required(string key)
    {
        if (Field(key) is { } found)
        {
            return found;
        }

        problems.Add(file, Line, "FieldMissing", key);
        return null;
    }

    private YamlNode? Field(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }
}
