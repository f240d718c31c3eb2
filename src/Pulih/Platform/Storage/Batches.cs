namespace Pulih.Platform.Storage;

/// <summary>Saving many rows at once.</summary>
public static class Batches
{
    /// <summary>Saves everything the batch changed, inside the caller's transaction.</summary>
    public static Task SaveBatch(this PulihDb db, CancellationToken cancel) => db.SaveChangesAsync(cancel);
}
