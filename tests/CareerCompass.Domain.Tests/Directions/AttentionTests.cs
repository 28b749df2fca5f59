using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Tests.Directions;

public class AttentionTests
{
    private static readonly Attention.Wanted Craft = new(Guid.NewGuid(), "Craft", 50);
    private static readonly Attention.Wanted People = new(Guid.NewGuid(), "People", 30);
    private static readonly Attention.Wanted Voice = new(Guid.NewGuid(), "Voice", 20);

    [Fact]
    public void The_window_ends_today_and_has_as_many_days_as_it_says()
    {
        Attention.Spent On(int day) => new(Craft.Id, Some.Today.AddDays(day), 1 << (day + 30));
        var attention = Of([On(1), On(0), On(-27), On(-28)]);
        Assert.Equal(On(0).Minutes + On(-27).Minutes, attention.Minutes);
    }

    [Fact]
    public void Minutes_are_shared_out_by_area_and_the_rest_went_elsewhere()
    {
        var attention = Of([new(Craft.Id, Some.Today, 60), new(Craft.Id, Some.Today, 60), new(People.Id, Some.Today, 30), new(null, Some.Today, 10), new(Guid.NewGuid(), Some.Today, 20)]);

        Assert.Equal(
            [(Craft.Id, 50, 120, 67), (People.Id, 30, 30, 17), (Voice.Id, 20, 0, 0), ((Guid?)null, 0, 30, 16)],
            attention.Parts.Select(part => (part.AreaId, part.Share, part.Minutes, part.Got)));
        Assert.Equal(100, attention.Parts.Sum(part => part.Got));
        Assert.Equal(180, attention.Minutes);
    }

    [Fact]
    public void What_drifted_most_is_named_when_it_is_much()
    {
        var attention = Of([new(Craft.Id, Some.Today, 80), new(People.Id, Some.Today, 20)]);
        Assert.Equal((Craft.Id, 30), (attention.TooMuch!.AreaId, attention.TooMuch.Drift));
        Assert.Equal((Voice.Id, -20), (attention.TooLittle!.AreaId, attention.TooLittle.Drift));

        var near = Of([new(Craft.Id, Some.Today, 59), new(People.Id, Some.Today, 30), new(Voice.Id, Some.Today, 11)]);
        Assert.Null(near.TooMuch);
        Assert.Null(near.TooLittle);
    }

    [Fact]
    public void Where_nothing_was_logged_nobody_got_anything()
    {
        var attention = Of([]);
        Assert.Equal(0, attention.Minutes);
        Assert.All(attention.Parts, part => Assert.Equal((0, 0), (part.Minutes, part.Got)));
        Assert.Equal(3, attention.Parts.Count);
    }

    [Fact]
    public void Without_areas_all_of_it_went_elsewhere()
    {
        var attention = Attention.Of([], [new(null, Some.Today, 30)], Some.Today, Attention.Longer);
        Assert.Equal((null, 100), (Assert.Single(attention.Parts).AreaId, attention.Parts[0].Got));
    }

    private static Attention Of(IEnumerable<Attention.Spent> spent) => Attention.Of([Craft, People, Voice], spent, Some.Today, Attention.Lately);
}
