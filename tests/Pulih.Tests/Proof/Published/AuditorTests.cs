using PulihVerify;

namespace Pulih.Proof.Published;

/// <summary>The auditor's own program over what the product exports.</summary>
public sealed class AuditorTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private ProofWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ProofWorld.Start();

    public async ValueTask DisposeAsync()
    {
        await world.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_auditors_program_finds_every_one_of_a_thousand_tamperings()
    {
        for (var i = 0; i < 6; i++)
        {
            await world.Tell(world.Completion(await world.Owner()));
            await world.Seal();
        }

        var figure = await world.Publish();
        (await world.App.Verb(0, "audit-export", folder)).ShouldContain("were written");
        Audit.OfFolder(folder, null).ShouldBe(new Finding(true, Audit.OfFolder(folder, null).Text));
        await world.App.Verb(1, "audit-export", folder);

        string[] lines = [.. (await File.ReadAllLinesAsync(Path.Combine(folder, "chain.tsv")))];
        var (point, figures) = (await File.ReadAllTextAsync(Path.Combine(folder, "checkpoint.json")), await File.ReadAllTextAsync(Path.Combine(folder, "figures.json")));
        var chance = new Random(11);
        for (var i = 0; i < 1_000; i++)
        {
            var harmed = Harm([.. lines], chance);
            Audit.Of(new StringReader(string.Join('\n', harmed)), point, figures, null).Holds.ShouldBeFalse($"tampering {i}");
        }

        Audit.Of(new StringReader(string.Join('\n', lines)), point, figures.Replace($"\"count\": {figure.Count}", $"\"count\": {figure.Count + 1}", StringComparison.Ordinal), null).Text.ShouldContain(figure.Id);
        Audit.Of(new StringReader(string.Join('\n', lines)), point.Replace("\"seal\": ", "\"seal\": 1", StringComparison.Ordinal), figures, null).Holds.ShouldBeFalse();
        Audit.Of(new StringReader(""), point, figures, null).Text.ShouldContain("cut off");
        Audit.Of(new StringReader("x"), "{", figures, null).Text.ShouldContain("cannot be read");
        var named = Array.FindIndex(lines, l => l.StartsWith('F'));
        var changed = lines.ToArray();
        changed[named] = changed[named].Replace("{", "{ ", StringComparison.Ordinal);
        Audit.Of(new StringReader(string.Join('\n', changed)), point, figures, null).Text.ShouldBe($"Line {named + 1}: fact {lines[named].Split('\t')[1]} is not what was committed to");

        var first = Enumerable.Range(0, lines.Length - 1).First(i => lines[i].StartsWith('F') && lines[i + 1].StartsWith('F'));
        var swapped = lines.ToArray();
        (swapped[first], swapped[first + 1]) = (lines[first + 1], lines[first]);
        Audit.Of(new StringReader(string.Join('\n', swapped)), point, figures, null).Text.ShouldBe($"Line {first + 2}: fact {lines[first].Split('\t')[1]} is out of its order");
    }

    private static List<string> Harm(List<string> lines, Random chance)
    {
        var (at, other) = (chance.Next(lines.Count), chance.Next(lines.Count - 1));
        other += other >= at ? 1 : 0;
        switch (chance.Next(5))
        {
            case 0: lines.RemoveAt(at); break;
            case 1: lines.Insert(at, lines[other]); break;
            case 2: (lines[at], lines[other]) = (lines[other], lines[at]); break;
            case 3: lines.RemoveRange(at, lines.Count - at); break;
            default:
                // One digit or letter becomes another one.
                var places = Enumerable.Range(2, lines[at].Length - 2).Where(i => char.IsAsciiLetterOrDigit(lines[at][i])).ToList();
                var place = places[chance.Next(places.Count)];
                lines[at] = $"{lines[at][..place]}{(lines[at][place] == '7' ? '8' : '7')}{lines[at][(place + 1)..]}";
                break;
        }

        return lines;
    }
}
