namespace Pulih.Platform;

/// <summary>The settings every capability may need; the rest is read where it is used.</summary>
public sealed class Settings
{
    public Settings(IConfiguration configuration, IHostEnvironment environment)
    {
        Demo = configuration.GetValue("Demo", environment.IsDevelopment());
        DataFolder = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } folder ? folder : Path.Combine(RepositoryRoot(environment.ContentRootPath), "var"));
        Postgres = configuration["Data:Postgres"] is { Length: > 0 } postgres ? postgres : null;
        var keys = configuration["Keys:File"] is { Length: > 0 } file ? file : Demo ? Path.Combine(DataFolder, "keys", "master.key") : null;
        Urls = configuration["Urls"] is { Length: > 0 } urls ? urls : "http://localhost:5080";
        PublicUrl = (configuration["PublicUrl"] is { Length: > 0 } url ? url : Urls.Split(';')[0]).TrimEnd('/');
        if (Demo && environment.IsProduction())
        {
            throw new InvalidOperationException("Demo is on in Production. It opens the phone simulator and a sign-in without a password: set Demo=false, or run with ASPNETCORE_ENVIRONMENT=Development to try the product.");
        }

        KeysFile = keys ?? throw new InvalidOperationException("Keys:File is not set. It names the master key that encrypts personal data; make one with: openssl rand -base64 32 > master.key, and keep it outside the database and its backups.");
    }

    /// <summary>Demo programme, phone simulator and one-click sign-in; refused in Production.</summary>
    public bool Demo { get; }

    /// <summary>SQLite file and uploaded files.</summary>
    public string DataFolder { get; }

    /// <summary>Connection string; null means SQLite.</summary>
    public string? Postgres { get; }

    public string KeysFile { get; }
    public string Urls { get; }

    /// <summary>The address printed on certificates, feeds and links, without a slash at its end.</summary>
    public string PublicUrl { get; }

    private static string RepositoryRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pulih.slnx")))
            {
                return folder.FullName;
            }
        }

        return from;
    }
}
