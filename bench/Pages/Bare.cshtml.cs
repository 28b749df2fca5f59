using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;

namespace CareerCompass.Bench.Pages;

/// <summary>The minimum cost of a page: reads a goal's tasks without an ORM and lists them without a layout.</summary>
public sealed class BareModel(SqliteConnection connection) : PageModel
{
    [FromRoute]
    public Guid GoalId { get; set; }

    public List<(Guid Id, string Title, int Estimate)> Tasks { get; } = [];

    public async Task OnGetAsync()
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, Title, Estimate FROM Tasks WHERE GoalId = $goal ORDER BY Position";
        command.Parameters.AddWithValue("$goal", GoalId);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            Tasks.Add((reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2)));
        }
    }
}
