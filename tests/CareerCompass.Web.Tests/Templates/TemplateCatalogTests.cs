using CareerCompass.Web.GoalTemplates;
using CareerCompass.Web.Operations;
using CareerCompass.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Templates;

public sealed class TemplateCatalogTests : IAsyncLifetime
{
    private const string Good =
        """{ "title": "Learn to sail", "goal": "Sail to the island", "weeks": 6, "tasks": [{ "title": "Find a boat", "minutes": 60 }] }""";

    private TestApp app = null!;

    private string Folder => Directory.CreateDirectory(Path.Combine(app.Folder, "templates")).FullName;

    public async Task InitializeAsync() => app = await TestApp.PrepareAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_operators_file_is_offered_and_takes_the_place_of_ours()
    {
        Write("sailing", Good);
        Write("raise", Good.Replace("Learn to sail", "A raise here", StringComparison.Ordinal));
        var me = await app.RegisterAsync("ada@example.org");

        var page = await me.ReadAsync("/setup/templates");

        var titles = page.QuerySelectorAll(".card h3").Select(title => title.TextContent).ToList();
        Assert.Contains("Learn to sail", titles);
        Assert.Contains("A raise here", titles);
        Assert.DoesNotContain("A raise", titles);
        Assert.Contains("Find a boat", (await me.ReadAsync("/setup/templates/sailing")).Body!.TextContent);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("was skipped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_file_is_left_out_with_a_word_in_the_log_and_of_the_doctor()
    {
        Write("sailing", Good);
        Write("torn", Good[..^9]);
        Write("endless", Good.Replace("6", "600", StringComparison.Ordinal));
        Write("Big Name", Good);
        var me = await app.RegisterAsync("ada@example.org");

        Assert.Equal(System.Net.HttpStatusCode.OK, (await me.GetAsync("/setup/templates/sailing")).StatusCode);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await me.GetAsync("/setup/templates/torn")).StatusCode);
        var log = string.Join('\n', app.Log.Lines);
        Assert.Contains("torn.json", log);
        Assert.Contains("endless.json: weeks is 600 but must be between 1 and 520", log);
        Assert.Contains("Big Name.json: its name may contain only lowercase letters, digits and hyphens", log);
        Assert.DoesNotContain("sailing", log);
        var told = await CommandLine.RunAsync(app, "doctor");
        Assert.Contains("! templates: Skipped:", told.Output);
        Assert.Contains("endless.json: weeks is 600", told.Output);
    }

    [Fact]
    public void Another_folder_can_be_named() =>
        Assert.Equal(
            Path.Combine(app.Folder, "ways"),
            new TemplateCatalog(
                new Microsoft.Extensions.Configuration.ConfigurationManager
                {
                    [TemplateCatalog.FolderSetting] = "ways",
                },
                app.Services.GetRequiredService<DataPaths>(),
                Microsoft.Extensions.Logging.Abstractions.NullLogger<TemplateCatalog>.Instance
            ).Folder
        );

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(Folder, name + ".json"), json);
}
