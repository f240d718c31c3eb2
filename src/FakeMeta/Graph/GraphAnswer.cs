using System.Globalization;
using System.Security.Cryptography;
using FakeMeta.Webhooks;
using Microsoft.AspNetCore.Http;

namespace FakeMeta.Graph;

/// <summary>Answers in the Graph API's form.</summary>
internal static class GraphAnswer
{
    public static Task Json(HttpContext context, MetaJson json, int status = 200)
    {
        var bytes = json.ToArray();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=UTF-8";
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    public static Task Error(HttpContext context, GraphError error, TimeSpan? retryAfter = null)
    {
        if (retryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var json = new MetaJson().Raw("{\"error\":{\"message\":"u8).Text(error.Message)
            .Raw(",\"type\":\"OAuthException\",\"code\":"u8).Number(error.Code);
        if (error.Subcode is { } subcode)
        {
            json.Raw(",\"error_subcode\":"u8).Number(subcode);
        }

        if (error.Details is not null)
        {
            json.Raw(",\"error_data\":{\"messaging_product\":\"whatsapp\",\"details\":"u8).Text(error.Details).Raw("}"u8);
        }

        json.Raw(",\"fbtrace_id\":"u8).Text("A" + RandomNumberGenerator.GetHexString(22)).Raw("}}"u8);
        return Json(context, json, error.Status);
    }

    public static Task Success(HttpContext context) => Json(context, new MetaJson().Raw("{\"success\":true}"u8));
}
