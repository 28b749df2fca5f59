using CareerCompass.Domain.Directions;

namespace CareerCompass.Domain.Tests.Directions;

public class AttentionBreakdownTests
{
    private static readonly AttentionBreakdown.FocusAreaShare Craft = new(Guid.NewGuid(), "Craft", 50);
    private static readonly AttentionBreakdown.FocusAreaShare People = new(Guid.NewGuid(), "People", 30);
    private static readonly AttentionBreakdown.FocusAreaShare Voice = new(Guid.NewGuid(), "Voice", 20);

    [Fact]
    public void The_window_ends_today_and_has_as_many_days_as_it_says()
    {
        AttentionBreakdown.AreaTimeEntry On(int day) => new(Craft.Id, Sample.Today.AddDays(day), 1 << (day + 30));
        var attentionBreakdown = Of([On(1), On(0), On(-27), On(-28)]);
        Assert.Equal(On(0).Minutes + On(-27).Minutes, attentionBreakdown.Minutes);
    }

    [Fact]
    public void Minutes_are_shared_out_by_area_and_the_rest_went_elsewhere()
    {
        var attentionBreakdown = Of([
            new(Craft.Id, Sample.Today, 60),
            new(Craft.Id, Sample.Today, 60),
            new(People.Id, Sample.Today, 30),
            new(null, Sample.Today, 10),
            new(Guid.NewGuid(), Sample.Today, 20),
        ]);

        Assert.Equal(
            [(Craft.Id, 50, 120, 67), (People.Id, 30, 30, 17), (Voice.Id, 20, 0, 0), ((Guid?)null, 0, 30, 16)],
            attentionBreakdown.Areas.Select(areaAttention =>
                (areaAttention.AreaId, areaAttention.WantedShare, areaAttention.Minutes, areaAttention.ActualShare)
            )
        );
        Assert.Equal(100, attentionBreakdown.Areas.Sum(areaAttention => areaAttention.ActualShare));
        Assert.Equal(180, attentionBreakdown.Minutes);
    }

    [Fact]
    public void What_drifted_most_is_named_when_it_is_much()
    {
        var attentionBreakdown = Of([new(Craft.Id, Sample.Today, 80), new(People.Id, Sample.Today, 20)]);
        Assert.Equal(
            (Craft.Id, 30),
            (attentionBreakdown.OverservedArea!.AreaId, attentionBreakdown.OverservedArea.Drift)
        );
        Assert.Equal(
            (Voice.Id, -20),
            (attentionBreakdown.UnderservedArea!.AreaId, attentionBreakdown.UnderservedArea.Drift)
        );

        var near = Of([
            new(Craft.Id, Sample.Today, 59),
            new(People.Id, Sample.Today, 30),
            new(Voice.Id, Sample.Today, 11),
        ]);
        Assert.Null(near.OverservedArea);
        Assert.Null(near.UnderservedArea);
    }

    [Fact]
    public void Where_nothing_was_logged_nobody_got_anything()
    {
        var attentionBreakdown = Of([]);
        Assert.Equal(0, attentionBreakdown.Minutes);
        Assert.All(attentionBreakdown.Areas, areaAttention =>
            Assert.Equal((0, 0), (areaAttention.Minutes, areaAttention.ActualShare))
        );
        Assert.Equal(3, attentionBreakdown.Areas.Count);
    }

    [Fact]
    public void Without_areas_all_of_it_went_elsewhere()
    {
        var attentionBreakdown = AttentionBreakdown.From(
            [],
            [new(null, Sample.Today, 30)],
            Sample.Today,
            AttentionBreakdown.LongTermDays
        );
        Assert.Equal(
            (null, 100),
            (Assert.Single(attentionBreakdown.Areas).AreaId, attentionBreakdown.Areas[0].ActualShare)
        );
    }

    private static AttentionBreakdown Of(IEnumerable<AttentionBreakdown.AreaTimeEntry> areaTimeEntry) =>
        AttentionBreakdown.From([Craft, People, Voice], areaTimeEntry, Sample.Today, AttentionBreakdown.RecentDays);
}
