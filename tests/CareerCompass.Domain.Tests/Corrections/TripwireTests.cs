using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Tests.Corrections;

public class TripwireTests
{
    private readonly Domain.Goals.Goal goal = Some.Goal();

    [Fact]
    public void A_tripwire_carries_a_premise_a_test_and_a_day()
    {
        var wire = Set();

        Assert.Equal((goal.OwnerId, goal.Id, "They want me", "One interview", "Path B"), (wire.OwnerId, wire.GoalId, wire.Premise, wire.Test, wire.Otherwise!));
        Assert.Equal((TripwireState.Pending, Some.Today.AddDays(30), null), (wire.State, wire.On, wire.AnsweredOn));
    }

    [Fact]
    public void Premise_test_and_a_day_ahead_are_needed()
    {
        Some.Refused("Premise", () => Set(premise: " "));
        Some.Refused("Test", () => Set(test: null));
        Some.Refused("On", () => Set(day: 0));
        Some.Refused("Otherwise", () => Set(otherwise: new string('x', 501)));
        goal.Retire(Some.Reason, Some.Today, Some.Now);
        Some.Refused("", () => Set());
    }

    [Fact]
    public void What_was_said_of_it_stays_until_it_gets_another_day()
    {
        var wire = Set();
        wire.MarkFailed(Some.Today.AddDays(30));
        Assert.Equal((TripwireState.Failed, Some.Today.AddDays(30)), (wire.State, wire.AnsweredOn!.Value));

        wire.Edit("They really want me", "One interview", null, wire.On, Some.Today.AddDays(40));
        Assert.Equal(TripwireState.Failed, wire.State);
        wire.Edit("They really want me", "One interview", null, Some.Today.AddDays(60), Some.Today.AddDays(40));
        Assert.Equal((TripwireState.Pending, null), (wire.State, wire.AnsweredOn));
        wire.MarkHeld(Some.Today.AddDays(60));
        Assert.Equal(TripwireState.Held, wire.State);
    }

    private Tripwire Set(string? premise = "They want me", string? test = "One interview", string? otherwise = "Path B", int day = 30) =>
        new(goal, premise, test, otherwise, Some.Today.AddDays(day), Some.Today);
}
