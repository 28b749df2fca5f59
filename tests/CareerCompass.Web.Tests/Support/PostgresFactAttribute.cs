namespace CareerCompass.Web.Tests.Support;

/// <summary>A fact of PostgreSQL alone, skipped with the reason why there is no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.WhyNone;
}
