using Pulih.Chat;
using Pulih.Platform;
using Pulih.Sending;

namespace Pulih;

/// <summary>The whole product: one line a capability.</summary>
public static class Product
{
    /// <summary>Builds the product without starting it; throws when the configuration is unsafe or incomplete, saying what to set.</summary>
    public static WebApplication Build(string[] args) =>
        PlatformSetup.Builder(args)
            .AddPlatform()
            .AddSending()
            .AddChat()
            .Build()
            .UsePlatform()
            .MapChat();
}
