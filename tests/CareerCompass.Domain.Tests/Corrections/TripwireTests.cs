using CareerCompass.Domain.Corrections;

namespace CareerCompass.Domain.Tests.Corrections;

public class TripwireTests
{
    private readonly Domain.Goals.Goal goal = Sample.Goal();

    [Fact]
    public void A_tripwire_carries_a_premise_a_test_and_a_day()
    {
        var wire = Set();

        Assert.Equal(
            (goal.OwnerId, goal.Id, "They want me", "One interview", "Path B"),
            (wire.OwnerId, wire.GoalId, wire.Premise, wire.Test, wire.Otherwise!)
        );
        Assert.Equal((TripwireState.Pending, Sample.Today.AddDays(30), null), (wire.State, wire.On, wire.AnsweredOn));
    }

    [Fact]
    public void Premise_test_and_a_day_ahead_are_needed()
    {
        Sample.Refused("Premise", () => Set(premise: " "));
        Sample.Refused("Test", () => Set(test: null));
        Sample.Refused("On", () => Set(day: 0));
        Sample.Refused("Otherwise", () => Set(otherwise: new string('x', 501)));
        goal.Retire(Sample.Reason, Sample.Today, Sample.Now);
        Sample.Refused("", () => Set());
    }

    [Fact]
    public void What_was_said_of_it_stays_until_it_gets_another_day()
    {
        var wire = Set();
        wire.MarkFailed(Sample.Today.AddDays(30));
        Assert.Equal((TripwireState.Failed, Sample.Today.AddDays(30)), (wire.State, wire.AnsweredOn!.Value));

        wire.Edit("They really want me", "One interview", null, wire.On, Sample.Today.AddDays(40));
        Assert.Equal(TripwireState.Failed, wire.State);
        wire.Edit("They really want me", "One interview", null, Sample.Today.AddDays(60), Sample.Today.AddDays(40));
        Assert.Equal((TripwireState.Pending, null), (wire.State, wire.AnsweredOn));
        wire.MarkHeld(Sample.Today.AddDays(60));
        Assert.Equal(TripwireState.Held, wire.State);
    }

    private Tripwire Set(
        string? premise = "They want me",
        string? test = "One interview",
        string? otherwise = "Path B",
        int day = 30
    ) => new(goal, premise, test, otherwise, Sample.Today.AddDays(day), Sample.Today);
}
