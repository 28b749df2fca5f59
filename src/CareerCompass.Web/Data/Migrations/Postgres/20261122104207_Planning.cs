using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerCompass.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Planning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Placements_TaskId_Week",
                table: "Placements");

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "TimeOff",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DueOn",
                table: "Tasks",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IfThen",
                table: "Tasks",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Obstacle",
                table: "Tasks",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Series",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "IfThen",
                table: "Goals",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Obstacle",
                table: "Goals",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Priority",
                table: "Goals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "FocusAreas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Efforts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Aspirations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Setups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Template = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    GoalId = table.Column<Guid>(type: "uuid", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Setups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Setups_Goals_OwnerId_GoalId",
                        columns: x => new { x.OwnerId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "OwnerId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Setups_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PlanJson = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TrashedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Templates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Templates_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tasks_SeriesId_DueOn",
                table: "Tasks",
                columns: new[] { "SeriesId", "DueOn" },
                unique: true,
                filter: "\"TrashedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TaskOrders_OwnerId",
                table: "TaskOrders",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_TaskId_Week_Pinned",
                table: "Placements",
                columns: new[] { "TaskId", "Week", "Pinned" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Setups_OwnerId",
                table: "Setups",
                column: "OwnerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Setups_OwnerId_GoalId",
                table: "Setups",
                columns: new[] { "OwnerId", "GoalId" });

            migrationBuilder.CreateIndex(
                name: "IX_Templates_OwnerId",
                table: "Templates",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Templates_TrashedAt",
                table: "Templates",
                column: "TrashedAt",
                filter: "\"TrashedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Setups");

            migrationBuilder.DropTable(
                name: "Templates");

            migrationBuilder.DropIndex(
                name: "IX_Tasks_SeriesId_DueOn",
                table: "Tasks");

            migrationBuilder.DropIndex(
                name: "IX_TaskOrders_OwnerId",
                table: "TaskOrders");

            migrationBuilder.DropIndex(
                name: "IX_Placements_TaskId_Week_Pinned",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "TimeOff");

            migrationBuilder.DropColumn(
                name: "DueOn",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "IfThen",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "IfThen",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "FocusAreas");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Efforts");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Aspirations");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_TaskId_Week",
                table: "Placements",
                columns: new[] { "TaskId", "Week" },
                unique: true);
        }
    }
}
