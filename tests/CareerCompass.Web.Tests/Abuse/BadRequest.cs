using System.Text;

namespace CareerCompass.Web.Tests.Abuse;

/// <summary>A request in bytes and the list of mutations applied to it by <see cref="Fuzzer"/>.</summary>
internal sealed class BadRequest
{
    public const string Boundary = "----boundary";

    public string Method { get; set; } = "GET";

    public string Path { get; set; } = "/";

    public string Query { get; set; } = "";

    public string Version { get; set; } = "HTTP/1.1";

    public List<(string Name, string Value)> Headers { get; } = [];

    public List<(string Name, string Value)> Cookies { get; } = [];

    public List<(string Name, string Value)> Fields { get; } = [];

    public string ContentType { get; set; } = "application/x-www-form-urlencoded";

    public string? Body { get; set; }

    /// <summary>Overrides the real length.</summary>
    public string? ContentLength { get; set; }

    public bool Chunked { get; set; }

    public string? Raw { get; set; }

    public List<string> Done { get; } = [];

    /// <summary>The request is framed correctly, so the server has to respond.</summary>
    public bool IsWhole => Done.TrueForAll(Fuzzer.Framed.Contains);

    public string Bytes()
    {
        if (Raw is not null)
        {
            return Raw;
        }

        var body = Body
            ?? string.Join(
                '&',
                Fields.Select(field => $"{JunkInput.Escape(field.Name)}={JunkInput.Escape(field.Value)}")
            );
        var text = new StringBuilder()
            .Append(Method)
            .Append(' ')
            .Append(Path)
            .Append(Query)
            .Append(' ')
            .Append(Version)
            .Append("\r\n");
        if (!Headers.Exists(header => header.Name == "Host"))
        {
            text.Append("Host: 127.0.0.1\r\n");
        }

        text.Append("Connection: close\r\n");
        foreach (var (name, value) in Headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        if (Cookies.Count > 0)
        {
            text.Append("Cookie: ")
                .AppendJoin("; ", Cookies.Select(cookie => $"{cookie.Name}={cookie.Value}"))
                .Append("\r\n");
        }

        if (body.Length > 0 || Method == "POST")
        {
            _ = ContentType.Length > 0 ? text.Append("Content-Type: ").Append(ContentType).Append("\r\n") : text;
            text.Append(
                Chunked
                    ? "Transfer-Encoding: chunked\r\n"
                    : $"Content-Length: {ContentLength ?? body.Length.ToString()}\r\n"
            );
        }

        return text.Append("\r\n").Append(body).ToString();
    }

    public override string ToString()
    {
        var bytes = Bytes();
        return $"[{string.Join(", ", Done)}]\n{(bytes.Length <= 3000 ? bytes : bytes[..2200] + "…" + bytes[^600..])}";
    }

    public string Multipart(string? disposition = null, string partHeader = "")
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Fields)
        {
            text.Append("--")
                .Append(Boundary)
                .Append("\r\n")
                .Append(disposition ?? $"Content-Disposition: form-data; name=\"{name}\"")
                .Append("\r\n")
                .Append(partHeader)
                .Append("\r\n")
                .Append(value)
                .Append("\r\n");
        }

        return text.Append("--").Append(Boundary).Append("--\r\n").ToString();
    }

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(Bytes());
}
