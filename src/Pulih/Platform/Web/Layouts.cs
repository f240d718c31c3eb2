namespace Pulih.Platform.Web;

/// <summary>The two frames a page can stand in; without a choice it stands in the public one.</summary>
public static class Layouts
{
    public const string Public = "/Platform/Web/_Layout.cshtml";
    public const string Desk = "/Platform/Web/_Desk.cshtml";
}
