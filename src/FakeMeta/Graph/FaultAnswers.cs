using System.Text;
using FakeMeta.Sends;
using Microsoft.AspNetCore.Http;

namespace FakeMeta.Graph;

/// <summary>Carries a fault out on the wire.</summary>
internal sealed class FaultAnswers(CancellationToken stopping)
{
    /// <summary>Whether the fault answered; false where the usual answer still has to follow.</summary>
    public async Task<bool> Answer(HttpContext context, Fault fault)
    {
        if (fault.Delay is { } delay)
        {
            await Task.Delay(delay, context.RequestAborted);
            return false;
        }

        if (fault.FailsWith is not null)
        {
            return false;
        }

        if (fault.Hangs)
        {
            await Hang(context);
        }
        else if (fault.Resets)
        {
            context.Abort();
        }
        else if (fault.Breaks)
        {
            context.Response.ContentType = "application/json; charset=UTF-8";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"inp"));
        }
        else
        {
            var error = GraphError.Of(fault.Code ?? 131000);
            await GraphAnswer.Error(context, fault.Status is { } status ? error with { Status = status } : error, fault.RetryAfter);
        }

        return true;
    }

    private async Task Hang(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(Timeout.InfiniteTimeSpan, end.Token).ContinueWith(_ => context.Abort(), TaskScheduler.Default);
    }
}
