using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pulih.Learning.Contracts;

namespace Pulih.Learning.Packs;

/// <summary>Reads one step: at most one picture, one voice, and a text that becomes one chat message and one section of a page.</summary>
internal static class StepMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <param name="pack">Where the picture must be.</param>
    /// <param name="file">The lesson's file.</param>
    /// <param name="before">How many lines of the file come before <paramref name="text"/>.</param>
    /// <param name="text">The step's Markdown.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Step Read(PackSource pack, string file, int before, string text, PackProblems problems)
    {
        var document = Parse(file, before, text, problems);
        var firstLine = before + (document.Count > 0 ? document[0].Line : 0) + 1;
        var picture = TakeDrawing(pack, document, file, before, problems);
        var audio = TakeAudio(pack, document, file, before, problems);
        if (document.Count == 0)
        {
            problems.Add(file, Math.Max(1, firstLine), "StepEmpty");
        }

        var chat = new ChatMarkdown(file, before, problems).Write(document);
        if (chat.Length > PackLimits.StepText)
        {
            problems.Add(file, firstLine, "TooLong", "step", chat.Length, PackLimits.StepText);
        }

        return new(chat, PageMarkdown.Write(document, Pipeline), picture) { Audio = audio };
    }

    private static MarkdownDocument Parse(string file, int before, string text, PackProblems problems)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to quotes within quotes without end.
            problems.Add(file, before + 1, "BlockUnknown");
            return [];
        }
    }

    /// <summary>A line <c>[Suara](audio/01-1.ogg)</c> names the file in which the step is spoken.</summary>
    private static string? TakeAudio(PackSource pack, MarkdownDocument document, string file, int before, PackProblems problems)
    {
        string? taken = null;
        foreach (var paragraph in document.OfType<ParagraphBlock>().ToList())
        {
            if (paragraph.Inline is { FirstChild: LinkInline { IsImage: false, Url: { } url } link } && link.NextSibling is null && PackAudio.NameOf(url) is { } name)
            {
                var line = before + paragraph.Line + 1;
                document.Remove(paragraph);
                if (taken is not null)
                {
                    problems.Add(file, line, "AudioSecond");
                }
                else if (pack.Bytes(url) is null)
                {
                    problems.Add(file, line, "FileMissing", url);
                }

                taken ??= name;
            }
        }

        return taken;
    }

    private static Drawing? TakeDrawing(PackSource pack, MarkdownDocument document, string file, int before, PackProblems problems)
    {
        Drawing? taken = null;
        foreach (var paragraph in document.OfType<ParagraphBlock>().ToList())
        {
            if (paragraph.Inline is not { FirstChild: LinkInline { IsImage: true } image } || image.NextSibling is not null)
            {
                continue;
            }

            var line = before + paragraph.Line + 1;
            document.Remove(paragraph);
            if (taken is not null)
            {
                problems.Add(file, line, "PictureSecond");
            }

            taken ??= ReadDrawing(pack, image, file, line, problems);
        }

        return taken;
    }

    private static Drawing? ReadDrawing(PackSource pack, LinkInline image, string file, int line, PackProblems problems)
    {
        if (PackPictures.NameOf(image.Url ?? "") is not { } name)
        {
            problems.Add(file, line, "PicturePath", image.Url ?? "");
            return null;
        }

        var size = (Width: 0, Height: 0);
        if (pack.Bytes(image.Url!) is { } svg)
        {
            size = PackPictures.SizeOf(name, svg);
        }
        else
        {
            problems.Add(file, line, "FileMissing", image.Url!);
        }

        var alt = string.Concat(image.Descendants<LiteralInline>().Select(part => part.Content.ToString())).Trim();
        if (alt.Length is 0 or > PackLimits.Alt)
        {
            problems.Add(file, line, "PictureAlt", PackLimits.Alt);
        }

        return new(name, alt, size.Width, size.Height);
    }
}
