using System.Reflection;
using Xunit.Sdk;

namespace CareerCompass.Web.Tests.Support;

/// <summary>Runs a theory on PostgreSQL, or skips it with the reason when there is no server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute() => Skip = PostgresServer.WhyNone;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [TestDatabase.Postgres],
        ];
}
