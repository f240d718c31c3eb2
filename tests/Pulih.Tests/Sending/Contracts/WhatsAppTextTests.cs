using System.Text.Encodings.Web;

namespace Pulih.Sending.Contracts;

public sealed class WhatsAppTextTests
{
    [Theory]
    [InlineData("*tebal* dan _miring_ dan ~coret~", "<strong>tebal</strong> dan <em>miring</em> dan <s>coret</s>")]
    [InlineData("3*4*5 dan a_b_c", "3*4*5 dan a_b_c")]
    [InlineData("* bukan *", "* bukan *")]
    [InlineData("<b>&\"", "&lt;b&gt;&amp;&quot;")]
    [InlineData("Buka https://pulih.example/a_b_c?x=1&y=2, ya", "Buka <a href=\"https://pulih.example/a_b_c?x=1&amp;y=2\" target=\"_blank\" rel=\"noopener\">https://pulih.example/a_b_c?x=1&amp;y=2</a>, ya")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    public void A_text_is_shown_with_WhatsApps_emphasis_and_nothing_else(string text, string html)
    {
        using var written = new StringWriter();
        WhatsAppText.Html(text).WriteTo(written, HtmlEncoder.Default);
        written.ToString().ShouldBe(html);
    }
}
