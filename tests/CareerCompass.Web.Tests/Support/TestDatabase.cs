using System.Reflection;
using Npgsql;
using Xunit.Sdk;

namespace CareerCompass.Web.Tests.Support;

public enum TestDatabase
{
    Sqlite,
    Postgres,
}
