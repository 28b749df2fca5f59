using CareerCompass.Domain.Planning;
using CareerCompass.Web.Localization;

namespace CareerCompass.Web.Pages.Setup;

public static class PaceTexts
{
    /// <summary>For example: 32 h of work at 4 h a week takes 8 weeks: done about 15 May.</summary>
    public static string DescribePace(this Localizer localizer, PaceEstimate paceEstimate) =>
        localizer[
            "{0} of work at {1} a week takes {2}: done about {3}.",
            localizer.Minutes(paceEstimate.Minutes),
            localizer.Minutes(paceEstimate.Pace),
            localizer.Count(paceEstimate.Weeks, "{0} week", "{0} weeks"),
            paceEstimate.DoneBy
        ];

    public static string DescribeFit(this Localizer localizer, PaceEstimate paceEstimate) =>
        paceEstimate switch
        {
            { MeetsTarget: true, DaysFromTarget: < 7 } => localizer[
                "Your target is {0}: it just fits.",
                paceEstimate.Target
            ],
            { MeetsTarget: true } => localizer[
                "Your target is {0}: {1} to spare.",
                paceEstimate.Target,
                localizer.Count(paceEstimate.DaysFromTarget / 7, "{0} week", "{0} weeks")
            ],
            { RequiredWeeklyMinutes: { } needed } => localizer[
                "Your target is {0}. You need {1} a week, fewer tasks or another date.",
                paceEstimate.Target,
                localizer.Minutes(needed)
            ],
            _ => localizer["Your target was {0}. Choose another date.", paceEstimate.Target],
        };
}
