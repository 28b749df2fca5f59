using CareerCompass.Domain.Forecasting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareerCompass.Web.Persistence.Configurations;

internal sealed class ForecastRecordConfiguration : IEntityTypeConfiguration<ForecastRecord>
{
    public void Configure(EntityTypeBuilder<ForecastRecord> forecastRecord)
    {
        GoalConfiguration.BelongsToGoal(forecastRecord);
        forecastRecord.HasIndex(s => new { s.GoalId, s.Week }).IsUnique();
    }
}
