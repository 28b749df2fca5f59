using System.Text.Json;
using CareerCompass.Domain.Forecasting;

namespace CareerCompass.Domain.Corrections;

/// <summary>The rule that raised a prompt.</summary>
public enum PromptRule
{
    NoRoute,
    Stalled,
    OffCourse,
    Drifting,
}

public enum PromptState
{
    Open,

    /// <summary>A correction answered it.</summary>
    Answered,

    /// <summary>The person wants no change.</summary>
    Declined,

    /// <summary>What it warned of is no longer so.</summary>
    Withdrawn,
}

/// <summary>The numbers behind a prompt, as they stood when it was raised.</summary>
public sealed record Evidence(DateOnly Target, DateOnly? P50, DateOnly? P80, int OpenMinutes, int PaceMinutes, int IdleDays)
{
    /// <summary>Reads what a prompt has stored.</summary>
    public static Evidence Read(string json) => JsonSerializer.Deserialize<Evidence>(json)!;
}

/// <summary>A course-correction prompt. Unique by person, rule, subject and start of its quiet period.</summary>
public sealed class Prompt : Owned
{
    /// <summary>Days for which the same rule says nothing more about the same goal.</summary>
    public const int QuietDays = 14;

    private Prompt()
    {
    }

    public Prompt(Guid ownerId, Guid goalId, PromptRule rule, Evidence evidence, DateOnly today, DateTime now)
        : base(ownerId)
    {
        (GoalId, Rule, QuietFrom, RaisedAt) = (goalId, rule, today, now);
        EvidenceJson = JsonSerializer.Serialize(evidence);
    }

    /// <summary>Its subject.</summary>
    public Guid GoalId { get; private set; }

    public PromptRule Rule { get; private set; }

    public PromptState State { get; private set; }

    public string EvidenceJson { get; private set; } = "";

    /// <summary>The person's day on which its quiet period starts.</summary>
    public DateOnly QuietFrom { get; private set; }

    public DateTime RaisedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Evidence Evidence => Evidence.Read(EvidenceJson);

    /// <summary>The rule that a goal's standing calls for, if any.</summary>
    public static PromptRule? RuleFor(Bearing bearing) => bearing switch
    {
        Bearing.NoRoute => PromptRule.NoRoute,
        Bearing.Stalled => PromptRule.Stalled,
        Bearing.OffCourse => PromptRule.OffCourse,
        Bearing.Drifting => PromptRule.Drifting,
        _ => null,
    };

    /// <summary>
    /// What the daily look does about one goal: withdraws open prompts whose rule no longer applies, and raises the one
    /// that does unless it was raised in the last <see cref="QuietDays"/> days.
    /// </summary>
    /// <param name="recent">The goal's prompts that are open or at most <see cref="QuietDays"/> days old.</param>
    public static Prompt? Look(Guid ownerId, Standing standing, IEnumerable<Prompt> recent, DateOnly today, DateTime now)
    {
        var rule = RuleFor(standing.Bearing);
        var quiet = false;
        foreach (var prompt in recent)
        {
            quiet |= prompt.Rule == rule && (prompt.State == PromptState.Open || prompt.QuietFrom > today.AddDays(-QuietDays));
            if (prompt.Rule != rule)
            {
                prompt.Close(PromptState.Withdrawn, now);
            }
        }

        return rule is { } raised && !quiet ? new Prompt(ownerId, standing.Facts.Id, raised, standing.Evidence, today, now) : null;
    }

    public void Decline(DateTime now) => Close(PromptState.Declined, now);

    /// <summary>A correction of its goal was made because of it.</summary>
    public void Answer(Correction correction, DateTime now)
    {
        correction.Answers(this);
        Close(PromptState.Answered, now);
    }

    private void Close(PromptState state, DateTime now)
    {
        if (State == PromptState.Open)
        {
            (State, ClosedAt) = (state, now);
        }
    }
}
