#pragma warning disable EF1001 // the one place where migrations can be added to those of the app's assembly
using System.Reflection;
using CareerCompass.Web.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace CareerCompass.Web.Tests.Support;

/// <summary>
/// A later version of the app with one more migration. On SQLite it leaves its transaction several times, as EF does to
/// rebuild tables, and cannot be applied twice.
/// </summary>
[Migration(Id)]
internal sealed class LaterMigration : Migration
{
    public const string Id = "29980101000000_Later";

    public static readonly (string Key, string Value) Setting = ("Test:Later", "true");

    public static void Add(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteCompassDb>(options => options.ReplaceService<IMigrationsAssembly, All>());
        services.ConfigureDbContext<PostgresCompassDb>(options => options.ReplaceService<IMigrationsAssembly, All>());
    }

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var outside = ActiveProvider is "Microsoft.EntityFrameworkCore.Sqlite";
        migrationBuilder.Sql("""CREATE TABLE "Later" AS SELECT "Id" FROM "Goals" """);
        migrationBuilder.Sql("""ALTER TABLE "Goals" ADD "Later" integer NOT NULL DEFAULT 0""");
        if (outside)
        {
            migrationBuilder.Sql("PRAGMA foreign_keys = 0", suppressTransaction: true);
        }

        migrationBuilder.Sql("""UPDATE "Goals" SET "Later" = "Later" + 1""");
        migrationBuilder.Sql("""DROP TABLE "TimeOff" """);
        migrationBuilder.Sql("""CREATE TABLE "TimeOff2" AS SELECT 1 AS "One" """);
        if (outside)
        {
            migrationBuilder.Sql("PRAGMA foreign_keys = 1", suppressTransaction: true);
        }

        migrationBuilder.Sql("""CREATE TABLE "Later2" AS SELECT "Id" FROM "Goals" """, suppressTransaction: outside);
        migrationBuilder.Sql("""INSERT INTO "Later2" SELECT "Id" FROM "Goals" """, suppressTransaction: outside);
    }

    private sealed class All(
        ICurrentDbContext currentContext,
        IDbContextOptions options,
        IMigrationsIdGenerator idGenerator,
        IDiagnosticsLogger<DbLoggerCategory.Migrations> logger
    ) : MigrationsAssembly(currentContext, options, idGenerator, logger)
    {
        public override IReadOnlyDictionary<string, TypeInfo> Migrations =>
            base
                .Migrations.Append(new(Id, typeof(LaterMigration).GetTypeInfo()))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary();
    }
}
