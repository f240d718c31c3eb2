using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pulih.Tests.FakeMeta;

public class MediaTests
{
    [Fact]
    public async Task An_uploaded_picture_can_be_sent_by_its_id_until_30_days_have_passed()
    {
        await using var meta = await Meta.Start();
        var phone = await meta.Open();
        var id = await Upload(meta, "image/png", [1, 2, 3]);
        (await meta.CodeOf("image", $$"""{"id":"{{id}}","caption":"Sertifikat"}""")).ShouldBe(0);
        meta.Clock.Advance(TimeSpan.FromDays(31));
        await phone.SendText("halo");
        (await meta.CodeOf("image", $$"""{"id":"{{id}}"}""")).ShouldBe(131009);
    }

    [Fact]
    public async Task A_voice_note_is_fetched_through_an_address_that_lives_five_minutes()
    {
        await using var meta = await Meta.Start();
        await meta.Server.Phone(Meta.Siti).SendVoice([7, 8, 9]);
        var audio = meta.Product.Messages[0]["audio"]!;
        audio["voice"]!.GetValue<bool>().ShouldBeTrue();
        meta.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "fake-access-token");
        var described = (await meta.Http.GetFromJsonAsync<JsonNode>($"{meta.Server.Url}/v24.0/{audio["id"]}"))!;
        described["file_size"]!.GetValue<int>().ShouldBe(3);
        var url = described["url"]!.GetValue<string>();
        (await meta.Http.GetByteArrayAsync(url)).ShouldBe([7, 8, 9]);
        meta.Clock.Advance(TimeSpan.FromMinutes(6));
        using var late = await meta.Http.GetAsync(url);
        ((int)late.StatusCode).ShouldBe(404);
    }

    [Theory]
    [InlineData("image/png", (5 << 20) + 1, 131053)]
    [InlineData("application/zip", 1, 100)]
    public async Task A_file_of_the_wrong_kind_or_size_is_refused(string type, int bytes, int code)
    {
        await using var meta = await Meta.Start();
        var answer = await Send(meta, type, new byte[bytes]);
        answer["error"]!["code"]!.GetValue<int>().ShouldBe(code);
    }

    private static async Task<string> Upload(Meta meta, string type, byte[] bytes) => (await Send(meta, type, bytes))["id"]!.GetValue<string>();

    private static async Task<JsonNode> Send(Meta meta, string type, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" } };
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        form.Add(file, "file", "a");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{meta.Server.Url}/v24.0/{Meta.Number}/media") { Content = form };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer fake-access-token");
        using var answer = await meta.Http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
