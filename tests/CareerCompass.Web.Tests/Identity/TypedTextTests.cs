using CareerCompass.Web.Identity;

namespace CareerCompass.Web.Tests.Identity;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("123456")]
    [InlineData("123 456")]
    [InlineData(" 123-456\n")]
    [InlineData("123\u00a0456")]
    [InlineData("123\u202f456")]
    [InlineData("123\u2013456")]
    [InlineData("123\u2212456")]
    [InlineData("\u200e123456\u200f")]
    [InlineData("\ufeff123\u200b456")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666")]
    [InlineData("\u06f1\u06f2\u06f3 \u06f4\u06f5\u06f6")]
    [InlineData("\u0967\u0968\u0969\u096a\u096b\u096c")]
    [InlineData("\u09e7\u09e8\u09e9-\u09ea\u09eb\u09ec")]
    [InlineData("\u0e51\u0e52\u0e53\u0e54\u0e55\u0e56")]
    [InlineData("\uff11\uff12\uff13\u3000\uff14\uff15\uff16")]
    [InlineData("\U0001d7cf\U0001d7d0\U0001d7d1\U0001d7d2\U0001d7d3\U0001d7d4")]
    public void A_code_is_read_in_every_script_and_however_it_is_grouped(string typed) =>
        Assert.Equal("123456", TotpTokenProvider.ParseDigits(typed));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("\u2168\u2168\u2168\u2168\u2168\u2168")]
    [InlineData("\ud8351234")]
    public void What_is_not_six_digits_is_no_code(string? typed) => Assert.Null(TotpTokenProvider.ParseDigits(typed));

    [Theory]
    [InlineData("BCDFG-23456")]
    [InlineData("bcdfg23456")]
    [InlineData(" bcdfg\u2013234 56 ")]
    [InlineData("\uff22\uff23\uff24\uff26\uff27\u30fc\uff12\uff13\uff14\uff15\uff16")]
    [InlineData("bcdfg\u00a0\u0662\u0663\u0664\u0665\u0666")]
    [InlineData("BCDFG\u00ad-\u200b23456")]
    public void A_recovery_code_is_read_however_it_is_typed(string typed) =>
        Assert.Equal("BCDFG-23456", AppUserStore.NormalizeCode(typed));

    [Theory]
    [InlineData("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", true)]
    [InlineData("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", false)]
    [InlineData("GEZDGNBV", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_is_32_letters_of_base_32(string? key, bool isKey) =>
        Assert.Equal(isKey, TotpTokenProvider.IsKey(key));

    [Fact]
    public void A_code_fits_one_step_early_or_late_and_no_further()
    {
        var (key, now) = (TotpTokenProvider.GenerateKey(), new DateTime(2027, 3, 3, 10, 0, 0, DateTimeKind.Utc));
        var step = new DateTimeOffset(now).ToUnixTimeSeconds() / 30;

        Assert.Equal(
            [null, step - 1, step, step + 1, null],
            new[] { -60, -30, 0, 30, 60 }.Select(off =>
                TotpTokenProvider.StepOf(key, TotpTokenProvider.ComputeCode(key, now.AddSeconds(off)), now)
            )
        );
    }

    [Fact]
    public void The_picture_names_issuer_and_account_and_holds_the_key() =>
        Assert.StartsWith(
            "otpauth://totp/CareerCompass:o%27neill%2Bx%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=CareerCompass",
            TotpTokenProvider.CreateUri("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "o'neill+x@example.org", "CareerCompass"),
            StringComparison.Ordinal
        );
}
