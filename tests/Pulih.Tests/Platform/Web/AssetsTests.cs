namespace Pulih.Platform.Web;

public sealed class AssetsTests
{
    private readonly Assets assets = new();

    [Fact]
    public void The_style_sheet_of_every_page_stays_under_4_KB() => assets.Weight("pulih.css").ShouldBeLessThan(4096);

    [Fact]
    public void An_address_changes_with_the_content() => assets["pulih.css"].ShouldMatch("^/assets/pulih\\.[0-9a-f]{10}\\.css$");

    [Fact]
    public void A_misspelt_asset_fails_at_once() => Should.Throw<KeyNotFoundException>(() => assets["pulih.scss"]);
}
