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
                name: "Position",
                table: "FocusAreas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Position",
                table: "Aspirations",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IfThen",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "IfThen",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Obstacle",
                table: "Goals");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "FocusAreas");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "Aspirations");
        }
    }
}
