using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerCompass.Web.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScheduleIsComputed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "PinnedWeek",
                table: "Tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "WeekPlanTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    IsToBeFinished = table.Column<bool>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeekPlanTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WeekPlanTasks_Tasks_GoalId_TaskId",
                        columns: x => new { x.GoalId, x.TaskId },
                        principalTable: "Tasks",
                        principalColumns: new[] { "GoalId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WeekPlanTasks_GoalId_TaskId",
                table: "WeekPlanTasks",
                columns: new[] { "GoalId", "TaskId" });

            migrationBuilder.CreateIndex(
                name: "IX_WeekPlanTasks_OwnerId_Week",
                table: "WeekPlanTasks",
                columns: new[] { "OwnerId", "Week" });

            migrationBuilder.CreateIndex(
                name: "IX_WeekPlanTasks_TaskId_Week",
                table: "WeekPlanTasks",
                columns: new[] { "TaskId", "Week" },
                unique: true);

            // A task is pinned to one week; the last one counts
            migrationBuilder.Sql(
                """
                UPDATE "Tasks"
                SET "PinnedWeek" = (
                    SELECT MAX(pin."Week") FROM "TaskAllocations" pin
                    WHERE pin."TaskId" = "Tasks"."Id" AND pin."IsPinned")
                WHERE "DoneOn" IS NULL
                """);

            // What was scheduled until this week becomes the week plans, so that it can be left over
            migrationBuilder.Sql(
                """
                INSERT INTO "WeekPlanTasks" ("Id", "OwnerId", "GoalId", "TaskId", "Week", "Minutes", "IsToBeFinished")
                SELECT placed."Id", placed."OwnerId", placed."GoalId", placed."TaskId", placed."Week", placed."Minutes",
                    NOT EXISTS (
                        SELECT 1 FROM "TaskAllocations" later
                        WHERE later."TaskId" = placed."TaskId" AND later."Week" > placed."Week")
                FROM "TaskAllocations" placed
                WHERE placed."Week" <= CURRENT_DATE
                    AND (placed."IsPinned" OR NOT EXISTS (
                        SELECT 1 FROM "TaskAllocations" pin
                        WHERE pin."TaskId" = placed."TaskId" AND pin."Week" = placed."Week" AND pin."IsPinned"))
                """);

            migrationBuilder.DropTable(
                name: "TaskAllocations");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WeekPlanTasks");

            migrationBuilder.DropColumn(
                name: "PinnedWeek",
                table: "Tasks");

            migrationBuilder.CreateTable(
                name: "TaskAllocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Week = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskAllocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TaskAllocations_Tasks_GoalId_TaskId",
                        columns: x => new { x.GoalId, x.TaskId },
                        principalTable: "Tasks",
                        principalColumns: new[] { "GoalId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TaskAllocations_GoalId_TaskId",
                table: "TaskAllocations",
                columns: new[] { "GoalId", "TaskId" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskAllocations_OwnerId_Week",
                table: "TaskAllocations",
                columns: new[] { "OwnerId", "Week" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskAllocations_TaskId_Week_IsPinned",
                table: "TaskAllocations",
                columns: new[] { "TaskId", "Week", "IsPinned" },
                unique: true);
        }
    }
}
