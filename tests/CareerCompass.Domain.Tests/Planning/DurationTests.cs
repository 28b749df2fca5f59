using System.Globalization;
using CareerCompass.Domain.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace CareerCompass.Domain.Tests.Planning;

public class DurationTests
{
    private static readonly string[] Cultures = ["en-US", "de-DE", "fr-FR", "ar-SA", "tr-TR", "hi-IN", ""];

    [Theory]
    [InlineData("1,5", 90)]
    [InlineData("1.5", 90)]
    [InlineData("1:30", 90)]
    [InlineData("1h30", 90)]
    [InlineData("1 h 30 min", 90)]
    [InlineData("1 H 30 MIN", 90)]
    [InlineData("1hr 30mins", 90)]
    [InlineData("1 hour 30 minutes", 90)]
    [InlineData("1.5h", 90)]
    [InlineData("90m", 90)]
    [InlineData("90 MINUTES", 90)]
    [InlineData("45 min", 45)]
    [InlineData("1 minute", 1)]
    [InlineData("2 hours", 120)]
    [InlineData("  2  ", 120)]
    [InlineData(".5", 30)]
    [InlineData(",25", 15)]
    [InlineData("0:45", 45)]
    [InlineData("0.01", 1)]
    [InlineData("1000", 60_000)]
    [InlineData("60000m", 60_000)]
    public void A_duration_is_read_as_people_type_it_in_every_culture(string text, int minutes) =>
        InEveryCulture(() => Assert.Equal(minutes, Parse(text)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    public void No_text_is_no_duration(string? text) => InEveryCulture(() => Assert.Null(Parse(text)));

    [Theory]
    [InlineData("soon")]
    [InlineData("1 day")]
    [InlineData("1:60")]
    [InlineData("1:30:00")]
    [InlineData("1h 30h")]
    [InlineData("1.5m")]
    [InlineData("1.000,5")]
    [InlineData("1 000")]
    [InlineData("1e3")]
    [InlineData("--1")]
    [InlineData("1..5")]
    [InlineData(".")]
    [InlineData("h")]
    [InlineData("m")]
    [InlineData("1\n2")]
    [InlineData("٣")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_not_a_duration_is_refused(string text) =>
        InEveryCulture(() => Assert.StartsWith("Enter a time", Refusal(text).MessageKey, StringComparison.Ordinal));

    [Theory]
    [InlineData("-1")]
    [InlineData("-0,5h")]
    [InlineData("-90m")]
    [InlineData("0")]
    [InlineData("0:00")]
    [InlineData("0m")]
    [InlineData("0.001")]
    [InlineData("60001m")]
    [InlineData("1000:01")]
    [InlineData("1001")]
    [InlineData("999999:59")]
    [InlineData("999999999")]
    [InlineData("999999999,9999")]
    [InlineData("-999999999")]
    public void A_duration_out_of_range_is_refused_with_the_range(string text) =>
        InEveryCulture(() =>
        {
            var refusal = Refusal(text);
            Assert.StartsWith("Enter a time", refusal.MessageKey, StringComparison.Ordinal);
            Assert.Equal([1_000], refusal.Arguments);
        });

    [Fact]
    public void Every_duration_is_read_back_as_it_was_written() =>
        InEveryCulture(() =>
            Assert.All(Enumerable.Range(1, 60_000), minutes => Assert.Equal(minutes, Parse(Duration.Format(minutes))))
        );

    [Theory]
    [InlineData(45, "45m")]
    [InlineData(60, "1")]
    [InlineData(65, "1:05")]
    [InlineData(60_000, "1000")]
    public void A_duration_is_written_in_hours_and_minutes(int minutes, string text) =>
        InEveryCulture(() => Assert.Equal(text, Duration.Format(minutes)));

    [Fact]
    public void Whatever_is_typed_is_read_or_refused()
    {
        var typed = Gen.Elements("0159.,:-hm hrsouin٣é\n".ToCharArray())
            .ListOf()
            .Select(letters => new string([.. letters]));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(typed.ToArbitrary(), text =>
            {
                try
                {
                    Assert.InRange(Parse(text) ?? 1, 1, 60_000);
                }
                catch (DomainRuleException refusal)
                {
                    Assert.Equal("Estimate", refusal.Field);
                }
            }));
    }

    private static int? Parse(string? text) => Duration.Parse(text, Limits.MaxEstimateMinutes, "Estimate");

    private static DomainRuleException Refusal(string text)
    {
        var refusal = Assert.Throws<DomainRuleException>(() => Parse(text));
        Assert.Equal("Estimate", refusal.Field);
        return refusal;
    }

    private static void InEveryCulture(Action check)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in Cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                check();
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
