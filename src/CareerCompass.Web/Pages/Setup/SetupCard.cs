using CareerCompass.Domain.Goals;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CareerCompass.Web.Pages.Setup;

/// <param name="Step">Where the person left off, if they started.</param>
/// <param name="Goal">The goal's title.</param>
public sealed record SetupCard(GoalSetupStep? Step, string? Goal)
{
    /// <summary>No setup is waiting to be continued.</summary>
    public static readonly SetupCard Empty = new(null, null);

    private static readonly CompiledQuery<Func<CompassDb, Task<SetupCard?>>> Cards = new(() =>
        EF.CompileAsyncQuery(
            (CompassDb db) =>
                db
                    .GoalSetups.Where(goalSetup => goalSetup.DoneAt == null)
                    .Select(goalSetup => new
                    {
                        goalSetup.Step,
                        goalSetup.GoalId,
                        Goal = db
                            .Goals.Where(goal => goal.Id == goalSetup.GoalId)
                            .Select(goal => goal.Title)
                            .FirstOrDefault(),
                    })
                    .Where(left => left.GoalId == null || left.Goal != null)
                    .Select(left => new SetupCard(left.Step, left.Goal))
                    .FirstOrDefault()
        )
    );

    public static async Task<SetupCard> LoadAsync(CompassDb db) => await Cards.For(db)(db) ?? Empty;
}
