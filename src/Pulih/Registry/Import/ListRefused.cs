namespace Pulih.Registry.Import;

/// <summary>A file that cannot be taken as a list; <see cref="Exception.Message"/> is the key of the sentence that says what to do.</summary>
internal sealed class ListRefused(string key, Exception? cause = null) : Exception(key, cause);
