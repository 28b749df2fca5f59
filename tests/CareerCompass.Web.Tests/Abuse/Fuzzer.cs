using System.Globalization;

namespace CareerCompass.Web.Tests.Abuse;

internal sealed class Fuzzer(Random random)
{
    /// <summary>Mutations that keep the framing, so that a response is required.</summary>
    public static readonly IReadOnlySet<string> Framed = new HashSet<string>
    {
        "id",
        "query",
        "many headers",
        "long header",
        "method",
        "value",
        "names",
        "content type",
        "multipart",
        "huge body",
        "encoded body",
        "raw body",
    };

    private static readonly string[] ContentTypes =
    [
        "",
        "application/json",
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"" + new string('b', 300) + "\"",
        "multipart/mixed; boundary=x",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=nonsense",
        "application/x-www-form-urlencoded; charset=iso-8859-1",
        "application/x-www-form-urlencoded; charset=utf-32",
        "application/xml",
        "application/octet-stream",
        "x",
        "/",
        ";;;",
        "application/x-www-form-urlencoded, text/html",
        "multipart/form-data; boundary=----boundary",
    ];

    private static readonly string[] Methods =
    [
        "PUT",
        "DELETE",
        "PATCH",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PROPFIND",
        "get",
        "post",
        "QUERY",
        "X",
        "\0",
        "GET\t",
        "A" + new string('B', 300),
    ];

    private static readonly string[] Encodings = ["gzip", "deflate", "br", "identity, gzip", "chunked", "x"];

    private static readonly string[] HeaderNames =
    [
        "Accept",
        "Accept-Language",
        "Accept-Encoding",
        "If-None-Match",
        "If-Modified-Since",
        "If-Match",
        "Range",
        "If-Range",
        "Referer",
        "Origin",
        "User-Agent",
        "Authorization",
        "X-Forwarded-For",
        "X-Forwarded-Proto",
        "X-Forwarded-Host",
        "X-Forwarded-Prefix",
        "Forwarded",
        "X-HTTP-Method-Override",
        "Sec-Fetch-Site",
        "Upgrade",
        "Expect",
        "TE",
        "Trailer",
        "traceparent",
        "tracestate",
        "baggage",
        "Request-Id",
        "RequestVerificationToken",
        "Content-Encoding",
        "Content-Disposition",
        "Date",
        "Via",
        "Max-Forwards",
        "DNT",
        "X-Original-URL",
        "Cookie2",
        "Transfer-Encoding",
        "Content-Length",
        "Host",
        "Connection",
        "Keep-Alive",
        "Early-Data",
    ];

    private static readonly string[] HeaderValues =
    [
        "bytes=0-",
        "bytes=-1",
        "bytes=5-1",
        "bytes=0-0,1-1,2-2,99999999999999999999-",
        "*",
        "W/\"\"",
        "\"",
        "Sun, 99 Foo 9999 99:99:99 GMT",
        "en;q=NaN",
        "en-" + new string('x', 200),
        "q=;q=;q=",
        "xx-" + "yy-zz,,,;;;",
        "Basic Og==",
        "Bearer x",
        "127.0.0.1",
        "::1, 999.1.1.1",
        "1.2.3.4:99999",
        "https",
        "javascript",
        "http,https",
        "unknown",
        "h2c",
        "websocket",
        "100-continue",
        "200-ok",
        "trailers",
        "00-00000000000000000000000000000000-0000000000000000-00",
        "chunked, chunked",
        "gzip, chunked",
        "-1",
        "0",
        "99999999999999999999",
        "1, 2",
        "example.com",
        "example.com:99999",
        "[::1",
        "a b",
        "",
        "@",
        "a/b",
        "localhost:80:80",
    ];

    /// <param name="foreign">Ids that belong to another person.</param>
    public void Spoil(BadRequest request, IReadOnlyList<string> foreign)
    {
        for (var times = random.Next(4) == 0 ? 3 : 1; times > 0; times--)
        {
            var (what, act) = Pick(request, foreign);
            request.Done.Add(what);
            act();
        }
    }

    private (string What, Action Act) Pick(BadRequest request, IReadOnlyList<string> foreign) =>
        random.Next(request.Method == "POST" ? 100 : 55) switch
        {
            // Mutations of the address
            < 8 => ("id", () =>
                Segment(
                    request,
                    random.Pick([
                        random.Pick(foreign),
                        JunkInput.Escape(JunkInput.Short(random)),
                        Guid.NewGuid().ToString().ToUpperInvariant(),
                    ])
                )
            ),
            < 12 => ("path", () =>
                request.Path += random.Pick([
                    "/",
                    "//",
                    "/..",
                    "/%2e%2e/",
                    "/%2f",
                    "%00",
                    "%",
                    "%zz",
                    "%ff",
                    "%c0%af",
                    ";x=y",
                    "/.",
                    "\\",
                    "/" + new string('a', 9_000),
                    "/" + new string('/', 500),
                    "|",
                    "{",
                    "%ed%a0%80",
                    "*",
                ])
            ),
            < 13 => ("raw path", () =>
                request.Path = random.Pick([
                    "",
                    "*",
                    "http://example.com/",
                    "https://127.0.0.1:1/goals",
                    "//",
                    "/\0",
                    "/ü".Replace("ü", JunkInput.Utf8("ü"), StringComparison.Ordinal),
                    "goals",
                    "http://[::1",
                    "/?",
                    "/#x",
                    JunkInput.Bytes(random, 20),
                ])
            ),
            < 20 => ("query", () => Query(request)),

            // Mutations of the headers
            < 30 => ("cookie", () => Cookie(request)),
            < 42 => ("header", () =>
                request.Headers.Add(
                    (
                        random.Pick(HeaderNames),
                        random.Next(3) == 0 ? JunkInput.Short(random) : random.Pick(HeaderValues)
                    )
                )
            ),
            < 43 => ("many headers", () =>
                request.Headers.AddRange(Enumerable.Range(0, random.Pick([90, 101, 400])).Select(i => ($"X-{i}", "y")))
            ),
            < 44 => ("long header", () =>
                request.Headers.Add(("X-Long", new string('y', random.Pick([8_000, 32_000, 40_000]))))
            ),
            < 45 => ("header name", () => request.Headers.Add((JunkInput.Short(random), "x"))),
            < 50 => ("method", () => request.Method = random.Pick(Methods)),
            < 51 => ("version", () =>
                request.Version = random.Pick([
                    "HTTP/1.0",
                    "HTTP/2.0",
                    "HTTP/0.9",
                    "HTTP/9",
                    "FTP/1.1",
                    "",
                    "HTTP/1.1 x",
                ])
            ),
            < 53 => ("no HTTP", () => request.Raw = Raw()),
            < 55 => ("cut off", () => request.Raw = Cut(request.Bytes())),

            // Mutations of the body
            < 80 => ("value", () => Field(request, foreign)),
            < 85 => ("names", () => Names(request)),
            < 91 => ("content type", () =>
                (request.ContentType, request.Body) = (
                    random.Pick(ContentTypes),
                    random.Next(2) == 0
                        ? null
                        : random.Pick([
                            "{\"Input\":{\"Title\":null}}",
                            "<x/>",
                            "",
                            request.Multipart(),
                            JunkInput.Bytes(random, 500),
                        ])
                )
            ),
            < 94 => ("multipart", () => Multipart(request)),
            < 96 => ("length", () =>
                request.ContentLength = random.Pick([
                    "0",
                    "1",
                    "5",
                    "99999999",
                    "-1",
                    "x",
                    "1e3",
                    "",
                    "18446744073709551616",
                    "99999",
                ])
            ),
            < 97 => ("huge body", () =>
                request.Fields.Add(("Input.Notes", new string('x', random.Pick([300_000, 1_100_000, 3_000_000]))))
            ),
            < 98 => ("encoded body", () => request.Headers.Add(("Content-Encoding", random.Pick(Encodings)))),
            < 99 => ("raw body", () =>
                request.Body = random.Pick([
                    "%",
                    "%%%=%zz&=&&&",
                    "=",
                    "a",
                    new string('&', 5_000),
                    "Input.Title",
                    "Input.Title=%u0041%",
                    JunkInput.Bytes(random, 300),
                    "\0",
                    "Input.Title=\xFF\xFE",
                ])
            ),
            _ => ("chunks", () =>
                (request.Chunked, request.Body) = (
                    true,
                    random.Pick([
                        "0\r\n\r\n",
                        "5\r\nabc",
                        "zz\r\n\r\n",
                        "-1\r\n",
                        "ffffffffffffffff\r\nx",
                        "1;ext=" + new string('e', 9_000) + "\r\nx\r\n0\r\n\r\n",
                        "3\r\na=b\r\n0\r\nX: y\r\n\r\n",
                        "3\r\na=b\r\n",
                        "3\na=b\n0\n\n",
                    ])
                )
            ),
        };

    private void Segment(BadRequest request, string value)
    {
        var segments = (request.Path.Contains('/', StringComparison.Ordinal) ? request.Path : "/").Split('/');
        var ids = Enumerable.Range(1, segments.Length - 1).Where(at => segments[at].Any(char.IsDigit)).ToList();
        segments[ids.Count > 0 ? random.Pick(ids) : random.Next(1, segments.Length)] = value;
        request.Path = string.Join('/', segments);
    }

    private void Query(BadRequest request)
    {
        var name = random.Pick([
            "returnUrl",
            "handler",
            "page",
            "area",
            "Input.Title",
            "Target",
            "GoalId",
            "TaskId",
            "prompt",
            "from",
            "sort",
            "Input.GoalId",
            "",
            "__proto__",
            "Back",
            "culture",
            "ui-culture",
            "show",
            "action",
        ]);
        var value =
            random.Next(3) == 0
                ? JunkInput
                    .Short(random)
                    .Replace("\r", "", StringComparison.Ordinal)
                    .Replace("\n", "", StringComparison.Ordinal)
                    .Replace(" ", "", StringComparison.Ordinal)
                : JunkInput.Escape(JunkInput.Short(random));
        var many = random.Next(20) == 0 ? string.Concat(Enumerable.Range(0, 1_500).Select(i => $"&a{i % 7}=")) : "";
        request.Query = (request.Query.Length == 0 ? "?" : request.Query + "&") + $"{name}={value}{many}";
    }

    private void Cookie(BadRequest request)
    {
        var at = random.Next(request.Cookies.Count + 1);
        if (at == request.Cookies.Count)
        {
            request.Cookies.Add(
                (
                    random.Pick([
                        "careercompass",
                        "careercompass.form",
                        "careercompass.note",
                        "careercompass.device",
                        "careercompassC1",
                        "Identity.External",
                        "Identity.TwoFactorUserId",
                        "Identity.TwoFactorRememberMe",
                        ".AspNetCore.Culture",
                        "x",
                        "",
                        "a b",
                        "=",
                    ]),
                    Garbled()
                )
            );
            return;
        }

        var (name, value) = request.Cookies[at];
        var middle = random.Next(value.Length + 1);
        request.Cookies[at] = (
            name,
            random.Next(6) switch
            {
                0 => "",
                1 => Garbled(),
                2 => value[..middle],
                3 => value[..middle] + random.Pick(["A", "!", "\xFF", "%00", "=", "\0", "\""]) + value[middle..],
                4 => "chunks-" + random.Pick(["1", "2", "999999999", "-1", "x"]),
                _ => request.Cookies[random.Next(request.Cookies.Count)].Value,
            }
        );
    }

    private string Garbled() =>
        random.Pick([
            "",
            "chunks-3",
            "null",
            "\"\"",
            "CfDJ8",
            "CfDJ8" + new string('A', 200),
            Convert.ToBase64String(new byte[random.Next(1, 90)]),
            JunkInput.Short(random),
            new string('c', 4_100),
        ]);

    private void Field(BadRequest request, IReadOnlyList<string> foreign)
    {
        if (request.Fields.Count == 0)
        {
            request.Fields.Add(("Input.Title", JunkInput.Value(random)));
            return;
        }

        var at = random.Next(request.Fields.Count);
        var (name, value) = request.Fields[at];
        switch (random.Next(10))
        {
            case 0:
                request.Fields.RemoveAt(at);
                break;
            case 1:
                request.Fields.Add((name, JunkInput.Value(random)));
                break;
            case 2 when foreign.Count > 0:
                request.Fields[at] = (name, random.Pick(foreign));
                break;
            case 3:
                request.Fields[at] = (name, value.Insert(random.Next(value.Length + 1), JunkInput.Short(random)));
                break;
            default:
                request.Fields[at] = (name, JunkInput.Value(random));
                break;
        }
    }

    private void Names(BadRequest request)
    {
        var junk = JunkInput.Short(random);
        request.Fields.AddRange(
            random.Next(8) switch
            {
                0 => [("Input" + string.Concat(Enumerable.Repeat("[0]", 400)), "x")],
                1 => [(string.Concat(Enumerable.Repeat("Input.", 300)) + "Title", "x")],
                2 => [($"Input[{junk}]", "x"), ("Input[0].Title", "x"), ("Input[Title]", "x"), ("Input[-1]", "x")],
                3 => Enumerable
                    .Range(0, random.Pick([900, 1_100, 3_000]))
                    .Select(i => ($"f{i.ToString(CultureInfo.InvariantCulture)}", "x")),
                4 => Enumerable
                    .Range(0, 1_000)
                    .Select(i => ($"Input[{i.ToString(CultureInfo.InvariantCulture)}].Title", "x")),
                5 => [(new string('n', 3_000), "x")],
                6 =>
                [
                    ("Input", junk),
                    ("Input.", junk),
                    (".", junk),
                    ("", junk),
                    ("Input.Title.Length", junk),
                    ("Page", junk),
                    ("ModelState", junk),
                    ("Me.Id", junk),
                    ("GoalId", junk),
                    ("StatusMessage", junk),
                ],
                _ => Enumerable.Repeat(("Input.Title", junk), 200),
            }
        );
    }

    private void Multipart(BadRequest request)
    {
        var good = request.Multipart();
        request.ContentType = "multipart/form-data; boundary=" + BadRequest.Boundary;
        request.Body = random.Next(8) switch
        {
            0 => good[..random.Next(good.Length)],
            1 => request.Multipart(
                disposition: "Content-Disposition: form-data; name=\"file\"; filename=\"../../x\0.exe\""
            ),
            2 => request.Multipart(disposition: "Content-Disposition: " + JunkInput.Short(random)),
            3 => request.Multipart(
                partHeader: "Content-Type: text/plain; charset="
                    + random.Pick(["utf-16", "utf-7", "x", "utf-32BE", ""])
                    + "\r\n"
            ),
            4 => request.Multipart(partHeader: string.Concat(Enumerable.Range(0, 40).Select(i => $"X-{i}: y\r\n"))),
            5 => request.Multipart(partHeader: "X: " + new string('y', 20_000) + "\r\n"),
            6 => request.Multipart(disposition: ""),
            _ => good.Replace("\r\n", "\n", StringComparison.Ordinal),
        };
    }

    private string Raw() =>
        random.Next(7) switch
        {
            0 => JunkInput.Bytes(random, random.Next(1, 600)) + "\r\n\r\n",
            1 => "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + JunkInput.Bytes(random, 100),
            2 => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + JunkInput.Bytes(random, 30),
            3 => "\r\n\r\n\r\n\r\n",
            4 => "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            5 => "GET / HTTP/1.1\n\n",
            _ => "GET /" + new string('x', 20_000),
        };

    private string Cut(string bytes) => bytes[..random.Next(1, bytes.Length)];
}
