using System.Globalization;
using System.Text;
using MimeKit;

namespace CareerCompass.Web.Mail;

/// <summary>What headers may hold: names on one line, and addresses that a mail server can read.</summary>
internal static class MailFormat
{
    /// <summary>MimeKit goes some characters beyond this where a long word has no spaces, and RFC 2047 sets 75 as the limit of one.</summary>
    private const int MaxHeaderLine = 64;

    /// <summary>CR LF everywhere. Headers hold letters beyond ASCII as they are only where an address does, which no other way can write.</summary>
    public static FormatOptions For(MailboxAddress from, MailboxAddress to)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.MaxLineLength = MaxHeaderLine;
        format.International = NeedsInternational(from) || NeedsInternational(to);
        return format;
    }

    /// <summary>A domain has a spelling in ASCII; what comes before the @ has none.</summary>
    public static bool NeedsInternational(MailboxAddress address) => !Ascii.IsValid(address.LocalPart);

    public static Header Header(HeaderId id, MailboxAddress address, FormatOptions format)
    {
        var header = new Header(id, "");
        header.SetRawValue(Encoding.UTF8.GetBytes($" {address.ToString(format, encode: true)}\r\n"));
        return header;
    }

    public static Header Header(HeaderId id, string text, FormatOptions format)
    {
        var header = new Header(id, "");
        header.SetValue(format, Encoding.UTF8, OneLine(text));
        return header;
    }

    /// <summary>A text without line breaks and other control characters, which would end a header or make it unreadable.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var breaks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            line.Append(breaks ? " " : rune.ToString());
        }

        // What looks encoded already would be decoded by whoever reads it
        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Replace("=?", "= ?", StringComparison.Ordinal);
    }

    /// <summary>Reads a plain address, such as "ada@example.org".</summary>
    public static bool TryRead(string address, string name, out MailboxAddress mailbox)
    {
        mailbox = new MailboxAddress("", "");
        if (address.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter) || char.IsWhiteSpace(letter)))
        {
            return false;
        }

        try
        {
            var read = new MailboxAddress(OneLine(name), address);
            if (read.Domain.Length == 0 || read.LocalPart.Length == 0 || !Ascii.IsValid(read.GetAddress(idnEncode: true).AsSpan(read.LocalPart.Length)))
            {
                return false;
            }

            mailbox = read;
            return true;
        }
        catch (Exception error) when (error is ParseException or ArgumentException)
        {
            return false;
        }
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

    private static string Unquoted(string name) => name is ['"', .. var inner, '"'] ? inner.Replace("\\\"", "\"", StringComparison.Ordinal) : name;
}
