using System.Reflection;
using Xunit.Sdk;

namespace CareerCompass.Web.Tests.Support;

/// <summary>Runs a theory on SQLite: <c>[Theory, OnSqlite, OnPostgres]</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [TestDatabase.Sqlite],
        ];
}
