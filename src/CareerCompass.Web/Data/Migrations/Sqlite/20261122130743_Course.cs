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
        }
    }
}
