using System.Linq.Expressions;
using CareerCompass.Domain;
using CareerCompass.Domain.Corrections;
using CareerCompass.Domain.Directions;
using CareerCompass.Domain.Forecasting;
using CareerCompass.Domain.Goals;
using CareerCompass.Domain.People;
using CareerCompass.Domain.Planning;
using CareerCompass.Domain.Reviews;
using CareerCompass.Web.Identity;
using CareerCompass.Web.Jobs;
using CareerCompass.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareerCompass.Web.Persistence;

/// <summary>Personal tables are filtered by owner and trash; see <see cref="QueryFilters"/>.</summary>
public abstract class CompassDb(DbContextOptions options, OwnerScope owner)
    : IdentityUserContext<AppUser, Guid>(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Capacity> Capacities => Set<Capacity>();

    public DbSet<TimeOff> TimeOff => Set<TimeOff>();

    public DbSet<Direction> Directions => Set<Direction>();

    public DbSet<FocusArea> FocusAreas => Set<FocusArea>();

    public DbSet<Aspiration> Aspirations => Set<Aspiration>();

    public DbSet<Goal> Goals => Set<Goal>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<PlanTask> Tasks => Set<PlanTask>();

    public DbSet<TaskDependency> TaskDependencies => Set<TaskDependency>();

    public DbSet<RecurringTask> RecurringTasks => Set<RecurringTask>();

    public DbSet<WeekPlanTask> WeekPlanTasks => Set<WeekPlanTask>();

    public DbSet<PersonalTemplate> PersonalTemplates => Set<PersonalTemplate>();

    public DbSet<GoalSetup> GoalSetups => Set<GoalSetup>();

    public DbSet<TimeEntry> TimeEntries => Set<TimeEntry>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<ForecastRecord> ForecastRecords => Set<ForecastRecord>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    public DbSet<Prompt> Prompts => Set<Prompt>();

    public DbSet<Tripwire> Tripwires => Set<Tripwire>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<MailToken> MailTokens => Set<MailToken>();

    public DbSet<EmailChange> EmailChanges => Set<EmailChange>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<JobStatus> JobStatuses => Set<JobStatus>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ServerValue> ServerValues => Set<ServerValue>();

    /// <summary>The owner whose rows are visible; evaluated for every query.</summary>
    public Guid OwnerId => owner.OwnerId;

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <summary>Sets the version that an edit form was filled from; saving fails if the row has changed.</summary>
    public void RequireVersion(IVersioned entity, int version) =>
        Entry(entity).Property(nameof(IVersioned.Version)).OriginalValue = version;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CompassDb).Assembly);
        builder.Entity<Person>().HasQueryFilter(QueryFilters.Owner, person => person.Id == OwnerId);
        foreach (var type in builder.Model.GetEntityTypes().Select(type => type.ClrType).ToList())
        {
            if (typeof(OwnedEntity).IsAssignableFrom(type))
            {
                var row = Expression.Parameter(type);
                var mine = Expression.Equal(
                    Expression.Property(row, nameof(OwnedEntity.OwnerId)),
                    Expression.Property(Expression.Constant(this), nameof(OwnerId))
                );
                builder.Entity(type).HasQueryFilter(QueryFilters.Owner, Expression.Lambda(mine, row));
            }

            if (typeof(ITrashable).IsAssignableFrom(type))
            {
                var row = Expression.Parameter(type);
                var living = Expression.Equal(
                    Expression.Property(row, nameof(ITrashable.TrashedAt)),
                    Expression.Constant(null, typeof(DateTime?))
                );
                builder.Entity(type).HasQueryFilter(QueryFilters.Trash, Expression.Lambda(living, row));
            }

            if (typeof(IVersioned).IsAssignableFrom(type))
            {
                builder.Entity(type).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            if (typeof(Entity).IsAssignableFrom(type))
            {
                builder.Entity(type).Property(nameof(Entity.Id)).ValueGeneratedNever();
            }
        }
    }

    /// <summary>Marks instants as UTC when they are read.</summary>
    private sealed class UtcConverter()
        : ValueConverter<DateTime, DateTime>(
            instant => instant,
            stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
        );
}
