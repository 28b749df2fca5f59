using CareerCompass.Domain;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.Planning;
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
