using System.ComponentModel;
using System.Diagnostics;

namespace Pulih.Platform.Media;

/// <summary>
/// Makes any recording OGG Opus, mono, 16 kbit/s, by ffmpeg where the machine has it. It is given the bytes alone and may
/// open nothing else, so a file that names other files or addresses reads none of them.
/// </summary>
public static class MakeVoice
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Arguments =
        ["-hide_banner", "-loglevel", "error", "-protocol_whitelist", "pipe", "-i", "pipe:0", "-vn", "-map_metadata", "-1", "-t", "600", "-ac", "1", "-c:a", "libopus", "-b:a", "16k", "-f", "ogg", "pipe:1"];

    private static readonly Lazy<bool> Found = new(() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "ffmpeg"))));

    /// <summary>Whether recordings of any kind can be taken on this machine.</summary>
    public static bool IsPossible => Found.Value;

    /// <summary>The voice, or null where the bytes are no recording, take too long, or there is no ffmpeg.</summary>
    public static async Task<byte[]?> Of(byte[] file, CancellationToken cancel)
    {
        if (!IsPossible)
        {
            return null;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        end.CancelAfter(Patience);
        using var ffmpeg = new Process { StartInfo = new ProcessStartInfo("ffmpeg", Arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            ffmpeg.Start();
            using var made = new MemoryStream();
            var reading = ffmpeg.StandardOutput.BaseStream.CopyToAsync(made, end.Token);
            var complaints = ffmpeg.StandardError.ReadToEndAsync(end.Token);
            await Feed(ffmpeg, file, end.Token);
            await reading;
            await complaints;
            await ffmpeg.WaitForExitAsync(end.Token);
            return ffmpeg.ExitCode == 0 && made.Length > 0 ? made.ToArray() : null;
        }
        catch (Exception trouble) when (trouble is Win32Exception or IOException || (trouble is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            if (!ffmpeg.HasExited)
            {
                ffmpeg.Kill();
            }
        }
    }

    private static async Task Feed(Process ffmpeg, byte[] file, CancellationToken cancel)
    {
        try
        {
            await ffmpeg.StandardInput.BaseStream.WriteAsync(file, cancel);
            ffmpeg.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has seen enough of it to know that it is no recording, and says so by its exit code.
        }
    }
}
