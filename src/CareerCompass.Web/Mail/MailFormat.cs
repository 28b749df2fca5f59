using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace CareerCompass.Web.Mail;

/// <summary>What headers may hold: names on one line, and addresses that a mail server can read.</summary>
internal static class MailFormat
{
    /// <summary>Characters in a line of a header, where it can be broken.</summary>
    private const int MaxLine = 64;

    /// <summary>Bytes in an encoded word: a line of it stays under the 76 characters that RFC 2047 allows.</summary>
    private const int MaxWord = 39;

    private static readonly ParserOptions Lenient = new() { AddressParserComplianceMode = RfcComplianceMode.Looser };

    /// <summary>CR LF everywhere. Headers are in UTF-8 only where an address cannot be written in ASCII.</summary>
    public static FormatOptions For(MailboxAddress from, MailboxAddress to)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.International = NeedsInternational(from) || NeedsInternational(to);
        return format;
    }

    /// <summary>A domain has a spelling in ASCII; what comes before the @ has none.</summary>
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
        var line = OneLine(text);
        return Raw(id, IsPlain(line) ? line : Encoded(line));
    }

    /// <summary>A text without line breaks and other control characters, which would end or spoil a header.</summary>
    public static string OneLine(string text)
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

    /// <summary>Reads a plain address, such as "ada@example.org".</summary>
    public static bool TryRead(string address, string name, out MailboxAddress mailbox)
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

        read.Name = OneLine(name);
        mailbox = read;
        return true;
    }

    /// <summary>Reads a sender, such as "CareerCompass &lt;compass@example.org&gt;".</summary>
    public static bool TryReadSender(string text, out MailboxAddress mailbox)
    {
        var line = OneLine(text);
        var open = line.EndsWith('>') ? line.LastIndexOf('<') : -1;
        if (open < 0)
        {
            return TryRead(line, "", out mailbox);
        }

        return TryRead(line[(open + 1)..^1].Trim(), Unquoted(line[..open].Trim()), out mailbox);
    }

    /// <summary>It can stand as it is: what looks encoded already would be decoded by the reader's program.</summary>
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

    /// <summary>As words of RFC 2047, each of whole letters. MimeKit's own can be longer than the RFC allows.</summary>
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
