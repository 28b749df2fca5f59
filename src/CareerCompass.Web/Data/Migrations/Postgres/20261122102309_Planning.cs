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

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Series",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Priority",
                table: "Goals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "Version",
                table: "Series");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "Goals");

            migrationBuilder.CreateIndex(
                name: "IX_Placements_TaskId_Week",
                table: "Placements",
                columns: new[] { "TaskId", "Week" },
                unique: true);
        }
    }
}
