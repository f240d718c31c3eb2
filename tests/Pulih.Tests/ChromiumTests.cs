namespace Pulih;

public sealed class ChromiumTests(Chromium chromium)
{
    [Fact]
    public async Task A_page_that_is_too_wide_and_hides_a_picture_from_the_blind_has_complaints()
    {
        var page = await chromium.Page(360);
        await using var closing = page.Context;
        await page.SetContentAsync("""<html lang="id"><title>Uji</title><main><h1>Uji</h1><img src="data:,"><p style="width:500px">lebar</p></main></html>""");
        var complaints = await Chromium.Complaints(page);
        complaints.ShouldContain(c => c.Contains("image-alt", StringComparison.Ordinal));
        complaints.ShouldContain(c => c.Contains("wide", StringComparison.Ordinal));
    }
}
