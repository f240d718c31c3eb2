using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pulih.Learning.Web;
using Pulih.Platform.Accounts;
using Pulih.Platform.Cluster;

namespace Pulih.Learning.Authoring;

public sealed class CountReachTests(LearningApp host) : IClassFixture<LearningApp>
{
    [Fact]
    public async Task An_author_sees_beside_each_step_how_many_came_to_it()
    {
        using var first = await WebLearner.Begin(host);
        using var second = await WebLearner.Begin(host);
        await second.Send($"{second.Address}/1");
        await host.App.Services.GetServices<IJob>().OfType<CountReach>().Single().Run(default);
        using var trainer = await host.App.SignedIn(Roles.Trainer);
        var lesson = WebUtility.HtmlDecode(await trainer.GetStringAsync("/desk/courses/foto-produk-dengan-hp?bagian=01-cahaya-jendela.md"));
        lesson.ShouldContain("2 peserta sampai di sini, 0 berhenti");
        lesson.ShouldContain("1 peserta sampai di sini, 0 berhenti");
        WebUtility.HtmlDecode(await trainer.GetStringAsync("/desk/courses/foto-produk-dengan-hp?bagian=kuis")).ShouldContain("0 peserta sampai di sini");
    }
}
