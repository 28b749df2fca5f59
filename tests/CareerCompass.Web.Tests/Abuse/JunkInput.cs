using System.Text;

namespace CareerCompass.Web.Tests.Abuse;

/// <summary>Malformed values. One character is one byte on the wire.</summary>
internal static class JunkInput
{
    private static readonly string[] Words =
    [
        "",
        " ",
        "\t\r\n",
        "\0",
        "a\0b",
        "\u0001\u0002\u001b[31m",
        "\u007f",
        Utf8("\u202eabc"),
        Utf8("\uffff\ufffe"),
        Utf8("👩‍👩‍👧"),
        Utf8("e\u0301"),
        Utf8("ı İ ß ﬀ"),
        "\xED\xA0\x80",
        "\xED\xBF\xBF x",
        "\xC0\xAF",
        "\xFF\xFE\x00",
        "\xF4\x90\x80\x80",
        "\xE2\x82",
        "%",
        "%00",
        "%zz",
        "+",
        "&",
        "=",
        ";",
        "&#0;",
        "-1",
        "0",
        "-0",
        "1e309",
        "1e-400",
        "NaN",
        "Infinity",
        "2147483648",
        "-2147483649",
        "9223372036854775808",
        "99999999999999999999",
        "0x10",
        "1,5",
        "1.5.5",
        "１２",
        "1_000",
        "0:99",
        "-1:30",
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "-0001-01-01",
        "2027-02-30",
        "2027-13-01",
        "2027-3-3",
        "2027-03-03T10:00Z",
        "24:00",
        "23:59:60",
        "00:00:00.0000001",
        "P1D",
        "tomorrow",
        "true",
        "on",
        "2",
        "null",
        "undefined",
        "Weekly",
        "weekly,monthly",
        "999",
        "-999",
        "Admin",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "{00000000-0000-0000-0000-000000000000}",
        "0x0",
        "(00000000000000000000000000000000)",
        "<script>alert(1)</script>",
        "'; DROP TABLE \"People\"; --",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "{0} {1} {99999999999}",
        "{",
        "%s%n",
        "../../../etc/passwd",
        "..\\..\\x",
        "file:///etc/passwd",
        "CON",
        "a\r\nSet-Cookie: x=y",
        "//example.com",
        "/\\example.com",
        "\\\\example.com",
        "/%0d%0aX: y",
        "javascript:1",
        "~/",
        "~//x",
        "/\t/x",
        "?",
        "#",
        "/a?b#c\0",
        "https://example.com/",
        "a@b",
        "@",
        "a@b\r\nBcc: c@d",
        "\"a b\"@example.org",
        "a@[127.0.0.1]",
        "a@b@c",
        "a@xn--.org",
        Utf8("ä@ö.org"),
        "<a@example.org>",
        "a,b@example.org",
        "../UTC",
        "/etc/localtime",
        "posixrules",
        "Etc/GMT+12",
        "Pacific/Kiritimati",
        "UTC\0",
        "Custom",
        "[]",
        "[1,2]",
        "{\"a\":1}",
        "---\nx: y",
        "| a |\n|---|\n| b |",
    ];

    public static readonly Func<int, string>[] Long =
    [
        size => new string('x', size),
        size => new string('[', size),
        size => new string('>', size),
        size => string.Concat(Enumerable.Repeat("*_", size / 2)),
        size => string.Concat(Enumerable.Repeat("- ", size / 2)),
        size => string.Concat(Enumerable.Repeat(Utf8("é"), size / 2)),
        size => new string('9', size),
        size => new string('\0', size),
        size => string.Concat(Enumerable.Repeat("![](", size / 4)),
        size => new string('`', size),
        size => string.Concat(Enumerable.Repeat("<!--", size / 4)),
        size => string.Concat(Enumerable.Repeat("|", size)),
        size => string.Concat(Enumerable.Repeat("\xED\xA0\x80", size / 3)),
        size => new string('\n', size),
    ];

    public static string Value(Random random) =>
        random.Next(12) switch
        {
            < 9 => random.Pick(Words),
            9 => Long[random.Next(Long.Length)](random.Pick([201, 2_001, 5_000, 19_999, 20_001, 70_000])),
            10 => Bytes(random, random.Next(1, 40)),
            _ => random.Pick(Words) + random.Pick(Words),
        };

    public static string Short(Random random)
    {
        var value = Value(random);
        return value.Length <= 300 ? value : value[..300];
    }

    public static string Bytes(Random random, int count) => string.Create(count, random, (span, source) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = (char)source.Next(256);
            }
        });

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public static string Escape(string bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var letter in bytes)
        {
            _ =
                char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_'
                    ? text.Append(letter)
                    : text.Append('%').Append(((int)letter).ToString("X2"));
        }

        return text.ToString();
    }

    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
