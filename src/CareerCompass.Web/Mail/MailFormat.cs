using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace CareerCompass.Web.Mail;

/// <summary>Formats header values and addresses.</summary>
internal static class MailFormat
{
    private const int MaxLine = 64;

    /// <summary>Keeps lines below the 76 characters that RFC 2047 allows.</summary>
    private const int MaxWord = 39;

    private static readonly ParserOptions Lenient = new() { AddressParserComplianceMode = RfcComplianceMode.Looser };

    /// <summary>Uses UTF-8 headers only where an address cannot be written in ASCII.</summary>
    public static FormatOptions For(MailboxAddress from, MailboxAddress to)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.International = NeedsInternational(from) || NeedsInternational(to);
        return format;
    }

    /// <summary>A domain has an ASCII form; the part before the @ has none.</summary>
    public static bool NeedsInternational(MailboxAddress address) => !Ascii.IsValid(address.LocalPart);

    public static Header Header(HeaderId id, MailboxAddress mailbox, FormatOptions format)
    {
        var address = mailbox.GetAddress(idnEncode: !format.International);
        if (string.IsNullOrEmpty(mailbox.Name))
        {
            return Raw(id, address);
        }

        var name = IsPlain(mailbox.Name) ? MimeUtils.Quote(mailbox.Name) : Encoded(mailbox.Name);
        return Raw(id, $"{name}{(name.Length + address.Length > MaxLine ? "\r\n " : " ")}<{address}>");
    }

    public static Header Header(HeaderId id, string text)
    {
        var line = ToSingleLine(text);
        return Raw(id, IsPlain(line) ? line : Encoded(line));
    }

    /// <summary>Removes line breaks and control characters, which would end or corrupt a header.</summary>
    public static string ToSingleLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isBreak =
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator;
            line.Append(isBreak ? " " : rune.ToString());
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool TryParseAddress(string address, string name, out MailboxAddress mailbox)
    {
        mailbox = new MailboxAddress("", "");
        if (address.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar))
        {
            return false;
        }

        if (!MailboxAddress.TryParse(Lenient, address, out var read) || !IsPlainAddress(read) || address.EndsWith('>'))
        {
            return false;
        }

        read.Name = ToSingleLine(name);
        mailbox = read;
        return true;
    }

    public static bool TryParseSender(string text, out MailboxAddress mailbox)
    {
        var line = ToSingleLine(text);
        var open = line.EndsWith('>') ? line.LastIndexOf('<') : -1;
        if (open < 0)
        {
            return TryParseAddress(line, "", out mailbox);
        }

        return TryParseAddress(line[(open + 1)..^1].Trim(), Unquoted(line[..open].Trim()), out mailbox);
    }

    /// <summary>False for text that looks encoded, which the reader's program would decode.</summary>
    private static bool IsPlain(string text) =>
        text.Length <= MaxLine && Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal);

    private static bool IsPlainAddress(MailboxAddress read) =>
        string.IsNullOrEmpty(read.Name)
        && read.LocalPart.Length > 0
        && read.Domain.Length > 0
        && Ascii.IsValid(read.GetAddress(idnEncode: true).AsSpan(read.LocalPart.Length));

    private static Header Raw(HeaderId id, string value)
    {
        var header = new Header(id, "");
        header.SetRawValue(Encoding.UTF8.GetBytes($" {value}\r\n"));
        return header;
    }

    /// <summary>Encodes as RFC 2047 words of whole characters. MimeKit's own can exceed the RFC's limit.</summary>
    private static string Encoded(string text)
    {
        var (words, word) = (new List<string>(), new List<byte>());
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + letter.Length > MaxWord)
            {
                words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
                word.Clear();
            }

            word.AddRange(letter);
        }

        words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
        return string.Join("\r\n ", words);
    }

    private static string Unquoted(string name) =>
        name is ['"', .. var inner, '"'] ? inner.Replace("\\\"", "\"", StringComparison.Ordinal) : name;
}
