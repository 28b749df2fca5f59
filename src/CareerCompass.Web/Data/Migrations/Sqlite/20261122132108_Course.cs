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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reviews_RemindAt",
                table: "Reviews");

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
        }
    }
}
