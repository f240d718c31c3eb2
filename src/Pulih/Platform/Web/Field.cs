using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Pulih.Platform.Web;

/// <summary>A labelled input with its hint above and its error beside it: <c>&lt;field for="Input.Name" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Field(IStringLocalizer<Texts> text) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    /// <summary>The name in the form, where the address is to read better than the property.</summary>
    public string? Name { get; set; }
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public bool Optional { get; set; }

    /// <summary>An input type; without one it follows from the property: date, number or text.</summary>
    public string? Type { get; set; }

    /// <summary>What a browser may fill in by itself, as HTML names it: name, tel.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>More than one makes it a text area.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>When given, one of these is chosen.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = Name ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        ViewContext.ModelState.TryGetValue(name, out var entry);
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;
        var value = entry?.AttemptedValue ?? Written(For.Model);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Optional)
        {
            label.InnerHtml.AppendHtml(" <span class=\"soft small\">").Append($"({text["optional"].Value})").AppendHtml("</span>");
        }

        output.Content.AppendHtml(label);
        Line(output, id + "-hint", "soft small", Hint);
        Line(output, id + "-error", "error small", error);
        output.Content.AppendHtml(Input(name, id, value, error is not null));
    }

    private TagBuilder Input(string name, string id, string? value, bool wrong)
    {
        var input = new TagBuilder(Items is not null ? "select" : Rows > 1 ? "textarea" : "input");
        input.Attributes["name"] = name;
        input.Attributes["id"] = id;
        if (wrong)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        if (!Optional)
        {
            input.Attributes["required"] = "";
        }

        if (Autocomplete is not null)
        {
            input.Attributes["autocomplete"] = Autocomplete;
        }

        var described = string.Join(' ', new[] { Hint is null ? null : id + "-hint", wrong ? id + "-error" : null }.Where(d => d is not null));
        if (described.Length > 0)
        {
            input.Attributes["aria-describedby"] = described;
        }

        Fill(input, value);
        return input;
    }

    private void Fill(TagBuilder input, string? value)
    {
        if (Items is not null)
        {
            foreach (var item in Items)
            {
                var option = new TagBuilder("option");
                option.Attributes["value"] = item.Value;
                if (item.Value == value)
                {
                    option.Attributes["selected"] = "";
                }

                option.InnerHtml.Append(item.Text);
                input.InnerHtml.AppendHtml(option);
            }
        }
        else if (Rows > 1)
        {
            input.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            input.InnerHtml.Append(value ?? "");
        }
        else
        {
            input.TagRenderMode = TagRenderMode.SelfClosing;
            input.Attributes["type"] = Type ?? TypeOf(For.ModelExplorer.ModelType);
            input.Attributes["value"] = value ?? "";
        }
    }

    // Browsers send and expect dates and numbers in one form whatever the language of the page.
    private static string? Written(object? value) => value switch
    {
        DateOnly date => date == default ? "" : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    private static string TypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(DateOnly) => "date",
        var t when t == typeof(int) || t == typeof(long) => "number",
        _ => "text",
    };

    private static void Line(TagHelperOutput output, string id, string style, string? words)
    {
        if (!string.IsNullOrEmpty(words))
        {
            output.Content.AppendHtml($"<span id=\"{id}\" class=\"{style}\">{WebUtility.HtmlEncode(words)}</span>");
        }
    }
}
