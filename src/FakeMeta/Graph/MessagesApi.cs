using System.Text.Json;
using FakeMeta.Sends;
using Microsoft.AspNetCore.Http;

namespace FakeMeta.Graph;

/// <summary>POST messages: reads the body, lets faults and rules speak, answers.</summary>
internal sealed class MessagesApi(SendRules rules, Acceptance acceptance, ReadMarks marks, FaultAnswers faults)
{
    private long number;

    /// <summary>Decides for each well-formed send whether it goes wrong.</summary>
    public Func<SendContext, Fault?>? Faults { get; set; }

    public async Task Post(HttpContext context, string phoneNumberId)
    {
        var raw = await Read(context);
        if (Parse(raw) is not { } document)
        {
            await GraphAnswer.Error(context, GraphError.Request("The request body is not valid JSON."));
            return;
        }

        using (document)
        {
            var body = document.RootElement;
            if (Limits.String(body, "status") == "read")
            {
                await marks.Mark(context, body);
                return;
            }

            if (rules.Check(body) is { } refusal)
            {
                await GraphAnswer.Error(context, refusal);
                return;
            }

            await Judge(context, new Send(phoneNumberId, body, raw));
        }
    }

    private async Task Judge(HttpContext context, Send send)
    {
        var fault = Faults?.Invoke(new SendContext(Interlocked.Increment(ref number), send.PhoneNumberId, send.Addressee, send.CallbackData, send.Body));
        if (fault is { Accepts: false })
        {
            await faults.Answer(context, fault);
            return;
        }

        if (acceptance.TryAccept(send, fault?.FailsWith, out var sent) is { } refusal)
        {
            await GraphAnswer.Error(context, refusal);
            return;
        }

        if (fault is not null && await faults.Answer(context, fault))
        {
            return;
        }

        await GraphAnswer.Json(context, Acceptance.Answer(send, sent!));
    }

    private static async Task<byte[]> Read(HttpContext context)
    {
        if (context.Request.ContentLength is { } length)
        {
            var exact = new byte[length];
            await context.Request.Body.ReadExactlyAsync(exact, context.RequestAborted);
            return exact;
        }

        using var whole = new MemoryStream();
        await context.Request.Body.CopyToAsync(whole, context.RequestAborted);
        return whole.ToArray();
    }

    private static JsonDocument? Parse(byte[] raw)
    {
        try
        {
            return JsonDocument.Parse(raw);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
