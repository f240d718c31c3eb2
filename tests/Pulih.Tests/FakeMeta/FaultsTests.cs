using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FakeMeta;

namespace Pulih.Tests.FakeMeta;

public class FaultsTests
{
    private static readonly JsonNode Body = JsonNode.Parse("""{"messaging_product":"whatsapp","to":"+6281200000001","type":"text","text":{"body":"a"}}""")!;

    [Fact]
    public async Task A_busy_server_says_how_long_to_wait_and_accepts_nothing()
    {
        await using var meta = await Opened(Fault.TooMany(TimeSpan.FromSeconds(7)));
        using var answer = await Raw(meta);
        ((int)answer.StatusCode, answer.Headers.RetryAfter!.Delta).ShouldBe((429, TimeSpan.FromSeconds(7)));
        meta.Server.SentCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_error_may_hide_an_accepted_message_whose_statuses_come()
    {
        await using var meta = await Opened(Fault.ServerErrorAfterAccept());
        using var answer = await Raw(meta);
        ((int)answer.StatusCode).ShouldBe(500);
        meta.Server.SentCount.ShouldBe(1);
        await meta.Server.Idle();
        meta.Product.Statuses.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_reset_after_acceptance_leaves_the_message_in_the_log()
    {
        await using var meta = await Opened(Fault.ResetAfterAccept());
        await Should.ThrowAsync<HttpRequestException>(() => Raw(meta));
        meta.Server.SentCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_hang_ends_only_when_the_caller_gives_up()
    {
        await using var meta = await Opened(Fault.Hang(accepted: true));
        meta.Http.Timeout = TimeSpan.FromMilliseconds(300);
        await Should.ThrowAsync<TaskCanceledException>(() => Raw(meta));
        meta.Server.SentCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_200_may_carry_JSON_cut_in_half()
    {
        await using var meta = await Opened(Fault.BrokenJson());
        using var answer = await Raw(meta);
        ((int)answer.StatusCode).ShouldBe(200);
        var text = await answer.Content.ReadAsStringAsync();
        Should.Throw<JsonException>(() => JsonNode.Parse(text));
        meta.Server.SentCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_may_fail_after_its_acceptance()
    {
        await using var meta = await Opened(Fault.FailsLater(130472));
        (await meta.Post(Body)).Status.ShouldBe(200);
        await meta.Server.Idle();
        meta.Product.Statuses.ShouldHaveSingleItem()["errors"]![0]!["code"]!.GetValue<int>().ShouldBe(130472);
    }

    [Fact]
    public async Task Faults_are_chosen_send_by_send()
    {
        await using var meta = await Meta.Start();
        await meta.Open();
        meta.Server.Faults = send => send.Number % 2 == 0 ? Fault.Error(131000) : null;
        (await meta.Post(Body)).Status.ShouldBe(200);
        (await meta.Post(Body)).Status.ShouldBe(500);
        (await meta.Post(Body)).Status.ShouldBe(200);
    }

    private static async Task<Meta> Opened(Fault fault)
    {
        var meta = await Meta.Start();
        await meta.Open();
        meta.Server.Faults = _ => fault;
        return meta;
    }

    private static async Task<HttpResponseMessage> Raw(Meta meta)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{meta.Server.Url}/v24.0/{Meta.Number}/messages");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer fake-access-token");
        request.Content = new StringContent(Body.ToJsonString(), Encoding.UTF8, "application/json");
        return await meta.Http.SendAsync(request);
    }
}
