using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pulih.Learning.Packs;

/// <summary>Writes Markdown the way WhatsApp formats it: *bold*, _italic_, lists with a dot. What chat cannot show is a problem.</summary>
internal sealed class ChatMarkdown(string file, int before, PackProblems problems)
{
    private readonly StringBuilder text = new();

    public string Write(MarkdownDocument document)
    {
        foreach (var block in document)
        {
            text.Append(text.Length > 0 ? "\n\n" : "");
            switch (block)
            {
                case ParagraphBlock paragraph:
                    Write(paragraph.Inline);
                    break;
                case ListBlock list:
                    Write(list);
                    break;
                default:
                    Refuse(block, "BlockUnknown");
                    break;
            }
        }

        return text.ToString().Trim();
    }

    private void Write(ListBlock list)
    {
        var number = 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            text.Append(number > 1 ? "\n" : "");
            text.Append(list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number}. ") : "• ");
            number++;
            if (item is [ParagraphBlock only])
            {
                Write(only.Inline);
            }
            else
            {
                Refuse(item, "ListItem");
            }
        }
    }

    private void Write(ContainerInline? parts)
    {
        foreach (var part in parts ?? Enumerable.Empty<Inline>())
        {
            Write(part);
        }
    }

    private void Write(Inline part)
    {
        switch (part)
        {
            case LiteralInline literal:
                var words = literal.Content.ToString();
                if (ChatSigns.FirstIn(words) is { } sign)
                {
                    Refuse(part, "SignInText", sign);
                }

                text.Append(words);
                break;
            case EmphasisInline emphasis:
                var mark = emphasis.DelimiterCount == 2 ? '*' : '_';
                text.Append(mark);
                Write((ContainerInline)emphasis);
                text.Append(mark);
                break;
            case LinkInline { IsImage: false } link:
                WriteLink(link);
                break;
            case AutolinkInline { IsEmail: false } address:
                text.Append(address.Url);
                RequireHttps(part, address.Url);
                break;
            case LineBreakInline line:
                text.Append(line.IsHard ? '\n' : ' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.ToString());
                break;
            default:
                Refuse(part, part is LinkInline ? "PictureInText" : "InlineUnknown");
                break;
        }
    }

    private void WriteLink(LinkInline link)
    {
        RequireHttps(link, link.Url ?? "");
        Write((ContainerInline)link);
        text.Append(CultureInfo.InvariantCulture, $" ({link.Url})");
    }

    private void RequireHttps(MarkdownObject part, string address)
    {
        if (!address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(address, UriKind.Absolute, out _))
        {
            Refuse(part, "LinkNotHttps", address);
        }
    }

    private void Refuse(MarkdownObject part, string rule, params object[] values) => problems.Add(file, before + part.Line + 1, rule, values);
}
