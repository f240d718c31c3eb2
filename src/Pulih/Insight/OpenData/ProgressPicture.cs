using System.Globalization;
using System.Net;
using Pulih.Platform.Language;
using Pulih.Programmes.Contracts;

namespace Pulih.Insight.OpenData;

/// <summary>The progress of a programme as a small picture with everything in it, for other people's pages.</summary>
internal static class ProgressPicture
{
    private const int Width = 480;
    private const int Bar = 432;

    public static string Of(ProgrammeInfo programme, long total) => Cultures.First(() =>
    {
        var target = programme.Targets.Count > 0 ? programme.Targets[^1].Count : 0;
        var name = WebUtility.HtmlEncode(programme.Name.Length > 48 ? programme.Name[..47] + "…" : programme.Name);
        var share = target > 0 ? Math.Min(1.0, (double)total / target) : 0;
        var below = target > 0 ? $"{Formats.Percent(total, target)} dari target {Formats.Number(target)}" : "belum ada target";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="170" viewBox="0 0 {Width} 170" role="img" aria-label="{name}: {Formats.Number(total)} usaha terlatih, {below}" font-family="system-ui, sans-serif">
            <rect width="{Width}" height="170" rx="12" fill="#fbf8f2"/>
            <text x="24" y="36" font-size="16" fill="#55666a">{name}</text>
            <text x="24" y="92" font-size="48" font-weight="800" fill="#073f3e">{Formats.Number(total)}</text>
            <text x="24" y="116" font-size="16" fill="#1b2a2c">usaha terlatih dengan bukti</text>
            <rect x="24" y="128" width="{Bar}" height="12" rx="6" fill="#ece6d9"/><rect x="24" y="128" width="{Bar * share:0.#}" height="12" rx="6" fill="#0b5d5a"/>
            <text x="24" y="160" font-size="13" fill="#55666a">{below}</text>
            </svg>
            """);
    });
}
