using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pulih.Drills;

/// <summary>The built product as a process of its own, which can be killed as a power cut kills it.</summary>
internal sealed class ProductProcess(IReadOnlyList<string> settings, string url) : IAsyncDisposable
{
    private const int KeptLines = 200;

    private readonly HttpClient http = new() { BaseAddress = new(url), Timeout = TimeSpan.FromSeconds(5) };
    private readonly ConcurrentQueue<string> said = new();
    private Process? running;

    /// <summary>The last lines it wrote, over all its lives.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>Starts it and waits until it is ready; gives how long that took.</summary>
    public async Task<TimeSpan> Start()
    {
        if (running is not null)
        {
            throw new InvalidOperationException("It is running already; a second one would answer in its place and outlive the drill.");
        }

        var begun = Stopwatch.GetTimestamp();
        running = Run(settings);
        running.BeginOutputReadLine();
        running.BeginErrorReadLine();
        while (!await IsReady())
        {
            if (running.HasExited || Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"The product did not become ready:\n{Said}");
            }

            await Task.Delay(25);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>SIGKILL: nothing in it runs any more, nothing is flushed.</summary>
    public async Task Kill()
    {
        if (running is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        running?.Dispose();
        running = null;
    }

    /// <summary>
    /// Waits until nothing is left to be done: heard, told, sent, sealed. Seen twice, because the figures are read one
    /// after another and what is told after the outbox was looked at may put something into it.
    /// </summary>
    public async Task Quiet(TimeSpan within)
    {
        var begun = Stopwatch.GetTimestamp();
        string[] work = ["inbox", "events", "outbox", "unsealedFacts"];
        JsonNode? told;
        for (var quiet = 0; ; await Task.Delay(1_100))
        {
            told = await http.GetFromJsonAsync<JsonNode>("/health/ready");
            quiet = work.All(w => told!["backlog"]![w]!.GetValue<int>() == 0) ? quiet + 1 : 0;
            if (quiet == 2)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(begun) > within)
            {
                throw new TimeoutException($"Still to be done: {told}\n{Said}");
            }
        }
    }

    /// <summary>Runs a verb as a process of its own.</summary>
    public async Task<(int Code, string Output)> Verb(params string[] verb)
    {
        using var process = Run([.. verb, .. settings]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        http.Dispose();
    }

    private Process Run(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pulih.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        return process;
    }

    private void Keep(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            said.Enqueue(line);
            while (said.Count > KeptLines)
            {
                said.TryDequeue(out _);
            }
        }
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
