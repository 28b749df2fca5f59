using System.Text;
using QRCoder;

namespace CareerCompass.Web.Charts;

/// <summary>A QR code as one SVG path, without its quiet zone.</summary>
/// <param name="Size">Modules per side.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Create(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The quiet zone of the generator
        const int quiet = 4;
        var size = data.ModuleMatrix.Count - (2 * quiet);
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                var from = x;
                while (x < size && data.ModuleMatrix[y + quiet][x + quiet])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"M{from} {y}h{x - from}v1h-{x - from}z"
                    );
                }
            }
        }

        return new QrCode(size, path.ToString());
    }
}
