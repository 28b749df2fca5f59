namespace CareerCompass.Web.Tests.Support;

public enum TestDatabase
{
    Sqlite,
    Postgres,
}
