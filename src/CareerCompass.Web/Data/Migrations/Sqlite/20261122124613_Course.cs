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

            migrationBuilder.AlterColumn<string>(
                name: "Felt",
                table: "CheckIns",
                type: "TEXT",
                maxLength: 32,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 32);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Reviews_RemindAt",
                table: "Reviews");

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
                name: "StepDoneAt",
                table: "CheckIns");

            migrationBuilder.AlterColumn<string>(
                name: "Felt",
                table: "CheckIns",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 32,
                oldNullable: true);
        }
    }
}
