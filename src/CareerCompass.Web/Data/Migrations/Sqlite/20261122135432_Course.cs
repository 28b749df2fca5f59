using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CareerCompass.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Course : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "Chance",
                table: "Sightings",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "P10",
                table: "Sightings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "P90",
                table: "Sightings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswersJson",
                table: "Reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NudgedAt",
                table: "Reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindAt",
                table: "Reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindOn",
                table: "Reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Snoozed",
                table: "Reviews",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "LookedAt",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "MailTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "MailTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UsedAt",
                table: "MailTokens",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FromGoalId",
                table: "Goals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "FocusAreas",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Directions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DaysLater",
                table: "Corrections",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "FootprintJson",
                table: "Corrections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "UndoesId",
                table: "Corrections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StepDoneAt",
                table: "CheckIns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Aspirations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Tripwires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Premise = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Test = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Otherwise = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TrashedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tripwires", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tripwires_Goals_OwnerId_GoalId",
                        columns: x => new { x.OwnerId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "OwnerId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_RemindAt",
                table: "Reviews",
                column: "RemindAt",
                filter: "\"RemindAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Goals_FromGoalId",
                table: "Goals",
                column: "FromGoalId",
                filter: "\"FromGoalId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_UndoesId",
                table: "Corrections",
                column: "UndoesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tripwires_OwnerId_GoalId",
                table: "Tripwires",
                columns: new[] { "OwnerId", "GoalId" });

            migrationBuilder.CreateIndex(
                name: "IX_Tripwires_TrashedAt",
                table: "Tripwires",
                column: "TrashedAt",
                filter: "\"TrashedAt\" IS NOT NULL");

            // Its subject may be the person: made anew by hand, because EF would rebuild it outside of the transaction
            migrationBuilder.DropIndex(
                name: "IX_Prompts_OwnerId_GoalId",
                table: "Prompts");

            migrationBuilder.DropIndex(
                name: "IX_Prompts_OwnerId_Rule_GoalId_QuietFrom",
                table: "Prompts");

            migrationBuilder.DropIndex(
                name: "IX_Prompts_OwnerId_State",
                table: "Prompts");

            migrationBuilder.RenameTable(
                name: "Prompts",
                newName: "OldPrompts");

            migrationBuilder.CreateTable(
                name: "Prompts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PartId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EvidenceJson = table.Column<string>(type: "TEXT", nullable: false),
                    QuietFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    QuietUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SnoozedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    LeftBecause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Prompts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Prompts_Goals_OwnerId_GoalId",
                        columns: x => new { x.OwnerId, x.GoalId },
                        principalTable: "Goals",
                        principalColumns: new[] { "OwnerId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Prompts_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                """
                INSERT INTO "Prompts" ("Id", "GoalId", "PartId", "Rule", "State", "EvidenceJson", "QuietFrom", "RaisedAt", "ClosedAt", "OwnerId")
                SELECT "Id", "GoalId", '00000000-0000-0000-0000-000000000000', "Rule", "State", "EvidenceJson", "QuietFrom", "RaisedAt", "ClosedAt", "OwnerId"
                FROM "OldPrompts";
                """);

            migrationBuilder.DropTable(
                name: "OldPrompts");

            migrationBuilder.CreateIndex(
                name: "IX_Prompts_OwnerId_GoalId",
                table: "Prompts",
                columns: new[] { "OwnerId", "GoalId" });

            migrationBuilder.CreateIndex(
                name: "IX_Prompts_OwnerId_State",
                table: "Prompts",
                columns: new[] { "OwnerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Prompts_OwnerId_Rule_GoalId_PartId_QuietFrom",
                table: "Prompts",
                columns: new[] { "OwnerId", "Rule", "GoalId", "PartId", "QuietFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Prompts_OwnerId_Rule_PartId_QuietFrom",
                table: "Prompts",
                columns: new[] { "OwnerId", "Rule", "PartId", "QuietFrom" },
                unique: true,
                filter: "\"GoalId\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Prompts_People_OwnerId",
                table: "Prompts");

            migrationBuilder.DropTable(
                name: "Tripwires");

            migrationBuilder.DropIndex(
                name: "IX_Reviews_RemindAt",
                table: "Reviews");

            migrationBuilder.DropIndex(
                name: "IX_Prompts_OwnerId_Rule_GoalId_PartId_QuietFrom",
                table: "Prompts");

            migrationBuilder.DropIndex(
                name: "IX_Prompts_OwnerId_Rule_PartId_QuietFrom",
                table: "Prompts");

            migrationBuilder.DropIndex(
                name: "IX_Goals_FromGoalId",
                table: "Goals");

            migrationBuilder.DropIndex(
                name: "IX_Corrections_UndoesId",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "Chance",
                table: "Sightings");

            migrationBuilder.DropColumn(
                name: "P10",
                table: "Sightings");

            migrationBuilder.DropColumn(
                name: "P90",
                table: "Sightings");

            migrationBuilder.DropColumn(
                name: "AnswersJson",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "NudgedAt",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "RemindAt",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "RemindOn",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "Snoozed",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "LeftBecause",
                table: "Prompts");

            migrationBuilder.DropColumn(
                name: "PartId",
                table: "Prompts");

            migrationBuilder.DropColumn(
                name: "QuietUntil",
                table: "Prompts");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Prompts");

            migrationBuilder.DropColumn(
                name: "SnoozedUntil",
                table: "Prompts");

            migrationBuilder.DropColumn(
                name: "LookedAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "MailTokens");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "MailTokens");

            migrationBuilder.DropColumn(
                name: "UsedAt",
                table: "MailTokens");

            migrationBuilder.DropColumn(
                name: "FromGoalId",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "FocusAreas");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Directions");

            migrationBuilder.DropColumn(
                name: "DaysLater",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "FootprintJson",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "UndoesId",
                table: "Corrections");

            migrationBuilder.DropColumn(
                name: "StepDoneAt",
                table: "CheckIns");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Aspirations");

            migrationBuilder.AlterColumn<Guid>(
                name: "GoalId",
                table: "Prompts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Prompts_OwnerId_Rule_GoalId_QuietFrom",
                table: "Prompts",
                columns: new[] { "OwnerId", "Rule", "GoalId", "QuietFrom" },
                unique: true);
        }
    }
}
