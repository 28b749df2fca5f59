namespace CareerCompass.Web.Tests.Support;

/// <summary>The repository's own files, read where the tests were built.</summary>
internal static class SourceTree
{
    public static readonly string Root = FindRoot();

    public static readonly string Sources = Path.Combine(Root, "src");

    /// <summary>Hand-written files with these endings, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        new[] { "src", "tests", "bench" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            )
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/node_modules/", StringComparison.Ordinal)
                && !file.Contains("/Migrations/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CareerCompass.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
