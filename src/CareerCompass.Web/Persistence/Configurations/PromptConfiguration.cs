using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class PromptConfiguration : IEntityTypeConfiguration<Prompt>
{
    public void Configure(EntityTypeBuilder<Prompt> prompt)
    {
        prompt.OwnedByPerson();
        GoalConfiguration.BelongsToGoal(prompt);
        prompt.Ignore(p => p.ForecastEvidence);
        prompt.Ignore(p => p.Evidence);
        prompt.Property(p => p.Reason).HasMaxLength(Limits.MaxShortTextLength);

        // Prevents concurrent evaluations from raising a prompt twice. Nulls are distinct in unique indexes, so prompts
        // without a goal need a second one
        prompt
            .HasIndex(p => new
            {
                p.OwnerId,
                p.Rule,
                p.GoalId,
                p.SubjectId,
                p.QuietFrom,
            })
            .IsUnique();
        prompt
            .HasIndex(p => new
            {
                p.OwnerId,
                p.Rule,
                p.SubjectId,
                p.QuietFrom,
            })
            .IsUnique()
            .HasFilter("\"GoalId\" IS NULL");
        prompt.HasIndex(p => new { p.OwnerId, p.State });
    }
}
