using System.Text.RegularExpressions;
using CareerCompass.Web.Tests.Support;

namespace CareerCompass.Web.Tests;

/// <summary>How the source is laid out: short lines, one type per file, few comments.</summary>
public sealed partial class SourceTests
{
    private const int MaxColumns = 120;

    /// <summary>Data in raw strings, such as JSON and regular expressions, may be longer.</summary>
    [Fact]
    public void At_most_one_line_in_400_is_longer_than_120_columns()
    {
        var lines = SourceTree.Files(".cs", ".cshtml", ".razor").SelectMany(LinesOf).ToList();
        var tooLong = lines.Where(line => line.Text.Length > MaxColumns).ToList();

        Assert.True(
            tooLong.Count < lines.Count / 400,
            string.Join('\n', tooLong.Select(line => $"{line.File}:{line.Number}"))
        );
    }

    [Fact]
    public void Every_type_has_a_file_of_its_name()
    {
        var misplaced = SourceTree
            .Files(".cs")
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(file =>
                TopLevelType().Matches(SourceTree.Read(file)).Select(type => (file, type.Groups[1].Value))
            )
            .Where(pair => !IsNamedAfter(pair.file, pair.Value))
            .Select(pair => $"{pair.file}: {pair.Value}")
            .ToList();

        Assert.True(misplaced.Count == 0, string.Join('\n', misplaced));
    }

    [Fact]
    public void Only_view_files_are_at_the_root_of_the_pages() =>
        Assert.All(Directory.GetFiles(Path.Combine(SourceTree.Sources, "CareerCompass.Web", "Pages")), file =>
            Assert.StartsWith("_View", Path.GetFileName(file), StringComparison.Ordinal)
        );

    [Fact]
    public void At_most_one_line_in_twenty_is_a_comment()
    {
        var lines = SourceTree.Files(".cs").SelectMany(file => SourceTree.Read(file).Split('\n')).ToList();
        var comments = lines.Count(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal));

        Assert.InRange(comments, 1, lines.Count / 20);
    }

    private static IEnumerable<(string File, int Number, string Text)> LinesOf(string file) =>
        SourceTree.Read(file).Split('\n').Select((text, index) => (file, index + 1, text));

    private static bool IsNamedAfter(string file, string type)
    {
        var name = Path.GetFileName(file);
        return name.EndsWith(".cshtml.cs", StringComparison.Ordinal)
            ? type.EndsWith("Model", StringComparison.Ordinal)
            : name.Split('.')[0] == type;
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly) )+"
            + @"(?:record struct|class|record|struct|interface|enum) (\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TopLevelType();
}
