using System.Text.Json.Nodes;

namespace Pulih.Tests.FakeMeta;

public class LimitsTests
{
    [Fact]
    public async Task Every_length_and_number_of_Metas_guides_is_held_at_its_edge()
    {
        await using var meta = await Meta.Start();
        await meta.Open();
        (string What, Func<int, (string Type, JsonNode Part)> Make, int Most)[] edges =
        [
            ("text", n => ("text", new JsonObject { ["body"] = A(n) }), 4096),
            ("button body", n => ("interactive", Buttons(1, body: n)), 1024),
            ("button title", n => ("interactive", Buttons(1, title: n)), 20),
            ("button id", n => ("interactive", Buttons(1, id: n)), 256),
            ("buttons", n => ("interactive", Buttons(n)), 3),
            ("list body", n => ("interactive", List(1, body: n)), 4096),
            ("list button", n => ("interactive", List(1, button: n)), 20),
            ("list rows", n => ("interactive", List(n)), 10),
            ("row title", n => ("interactive", List(1, title: n)), 24),
            ("row description", n => ("interactive", List(1, description: n)), 72),
            ("link text", n => ("interactive", Link(n)), 20),
            ("caption", n => ("image", new JsonObject { ["link"] = "https://pulih.example/a.png", ["caption"] = A(n) }), 1024),
        ];
        foreach (var (what, make, most) in edges)
        {
            var (type, fits) = make(most);
            (await meta.CodeOf(type, fits.ToJsonString())).ShouldBe(0, what);
            var (_, over) = make(most + 1);
            (await meta.CodeOf(type, over.ToJsonString())).ShouldBe(131009, what);
            meta.Clock.Advance(TimeSpan.FromSeconds(12));
        }
    }

    [Theory]
    [InlineData("text", """{"body":""}""", 131009)]
    [InlineData("text", """{"preview_url":true}""", 131008)]
    [InlineData("image", """{"caption":"tanpa gambar"}""", 131009)]
    [InlineData("image", """{"id":"1"}""", 131009)]
    [InlineData("audio", """{"link":"https://pulih.example/a.ogg","caption":"a"}""", 131009)]
    [InlineData("interactive", """{"type":"button","body":{"text":"a"},"action":{"buttons":[]}}""", 131009)]
    [InlineData("interactive", """{"type":"button","body":{"text":"a"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"Ya"}},{"type":"reply","reply":{"id":"1","title":"Tidak"}}]}}""", 131009)]
    [InlineData("interactive", """{"type":"cta_url","body":{"text":"a"},"action":{"name":"cta_url","parameters":{"display_text":"Buka","url":"ftp://a"}}}""", 131009)]
    [InlineData("interactive", """{"type":"poll","body":{"text":"a"},"action":{}}""", 131009)]
    [InlineData("template", """{"name":"kelas"}""", 131008)]
    public async Task A_part_that_Meta_would_not_take_is_refused(string type, string part, int code)
    {
        await using var meta = await Meta.Start();
        await meta.Open();
        (await meta.CodeOf(type, part)).ShouldBe(code);
        meta.Server.SentCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("reaction", """{"message_id":"wamid.x","emoji":"👍"}""")]
    [InlineData("document", """{"link":"https://pulih.example/a.pdf","filename":"a.pdf","caption":"a"}""")]
    [InlineData("audio", """{"link":"https://pulih.example/a.ogg","voice":true}""")]
    [InlineData("interactive", """{"type":"cta_url","body":{"text":"a"},"action":{"name":"cta_url","parameters":{"display_text":"Buka","url":"https://pulih.example/a"}}}""")]
    [InlineData("location", """{"latitude":-6.2,"longitude":106.8}""")]
    public async Task The_other_message_types_pass(string type, string part)
    {
        await using var meta = await Meta.Start();
        await meta.Open();
        (await meta.CodeOf(type, part)).ShouldBe(0);
    }

    [Fact]
    public async Task A_template_must_be_approved_and_get_all_its_parameters()
    {
        await using var meta = await Meta.Start((clock, url) => new() { WebhookUrl = url, Clock = clock, Templates = [new("kelas", "id", Parameters: 1)] });
        await meta.Open();
        (await meta.CodeOf("template", """{"name":"lain","language":{"code":"id"}}""")).ShouldBe(132001);
        (await meta.CodeOf("template", """{"name":"kelas","language":{"code":"id"}}""")).ShouldBe(132000);
        (await meta.CodeOf("template", """{"name":"kelas","language":{"code":"id"},"components":[{"type":"body","parameters":[{"type":"text","text":"Selasa"}]}]}""")).ShouldBe(0);
    }

    private static string A(int length) => new('a', length);

    private static JsonObject Buttons(int count, int body = 1, int title = 2, int id = 2) => new()
    {
        ["type"] = "button",
        ["body"] = new JsonObject { ["text"] = A(body) },
        ["action"] = new JsonObject { ["buttons"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject
        {
            ["type"] = "reply", ["reply"] = new JsonObject { ["id"] = i + A(id - 1), ["title"] = i + A(title - 1) },
        })]) },
    };

    private static JsonObject List(int rows, int body = 1, int button = 1, int title = 1, int description = 1) => new()
    {
        ["type"] = "list",
        ["body"] = new JsonObject { ["text"] = A(body) },
        ["action"] = new JsonObject
        {
            ["button"] = A(button),
            ["sections"] = new JsonArray(new JsonObject { ["rows"] = new JsonArray([.. Enumerable.Range(0, rows).Select(i => new JsonObject
            {
                ["id"] = "row" + i, ["title"] = A(title), ["description"] = A(description),
            })]) }),
        },
    };

    private static JsonObject Link(int text) => new()
    {
        ["type"] = "cta_url",
        ["body"] = new JsonObject { ["text"] = "a" },
        ["action"] = new JsonObject { ["name"] = "cta_url", ["parameters"] = new JsonObject { ["display_text"] = A(text), ["url"] = "https://pulih.example" } },
    };
}
