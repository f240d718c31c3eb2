namespace Pulih;

/// <summary>Waiting for what the product does by itself, a moment later.</summary>
internal static class Eventually
{
    /// <summary>Asks until it holds, half a minute long: the machine may be busy with other tests.</summary>
    public static async Task Holds(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            tries.ShouldBeLessThan(600);
            await Task.Delay(50);
        }
    }
}
