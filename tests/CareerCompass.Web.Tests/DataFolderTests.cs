using CareerCompass.Web.Operations;

namespace CareerCompass.Web.Tests;

public sealed class DataFolderTests
{
    private const string Docker = """
        612 521 0:60 / / rw,relatime master:219 - overlay overlay rw,lowerdir=/var/lib/docker/overlay2/l/A:/var/lib/docker/overlay2/l/B
        613 612 0:63 / /proc rw,nosuid,nodev,noexec,relatime - proc proc rw
        614 612 0:64 / /dev rw,nosuid - tmpfs tmpfs rw,size=65536k,mode=755
        619 612 254:1 /var/lib/docker/containers/4f/hostname /etc/hostname rw,relatime - ext4 /dev/vda1 rw
        """;

    [Theory]
    [InlineData("", true)]
    [InlineData(
        "620 612 254:1 /var/lib/docker/volumes/careercompass_data/_data /data rw,relatime master:1 - ext4 /dev/vda1 rw",
        false
    )]
    [InlineData("620 612 254:1 /srv/compass /data rw,relatime - xfs /dev/vda1 rw", false)]
    [InlineData("620 612 0:44 / /data rw,relatime shared:5 master:6 - nfs4 nas:/compass rw", false)]
    [InlineData("620 612 0:44 / /data rw - tmpfs tmpfs rw", true)]
    [InlineData("620 612 254:1 /srv/other /database rw - ext4 /dev/vda1 rw", true)]
    [InlineData(
        "620 612 254:1 "
            + "/var/lib/docker/volumes/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/_data /data "
            + "rw - ext4 /dev/vda1 rw",
        true
    )]
    public void A_data_folder_without_a_mount_of_its_own_goes_with_the_container(string mount, bool goes) =>
        Assert.Equal(goes, DataFolder.IsInsideContainer($"{Docker}\n{mount}\n", "/data"));

    [Fact]
    public void A_folder_within_a_mount_counts_as_mounted() =>
        Assert.False(
            DataFolder.IsInsideContainer(
                $"{Docker}\n620 612 254:1 /srv/my\\040data /my\\040data rw - ext4 /dev/vda1 rw\n",
                "/my data/compass"
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData("no mounts - at all")]
    public void What_cannot_be_read_is_no_reason_to_warn(string mountinfo) =>
        Assert.False(DataFolder.IsInsideContainer(mountinfo, "/data"));

    [Theory]
    [InlineData(null, null, "http://127.0.0.1:8080/healthz")]
    [InlineData(null, "5000", "http://127.0.0.1:5000/healthz")]
    [InlineData("http://+:5001/compass", "5000", "http://127.0.0.1:5001/compass/healthz")]
    [InlineData("https://*:443;http://10.0.0.7:81", null, "http://10.0.0.7:81/healthz")]
    public void The_health_check_asks_where_the_server_listens(string? urls, string? ports, string expected) =>
        Assert.Equal(
            expected,
            HealthProbe
                .Address(name =>
                    name switch
                    {
                        "ASPNETCORE_URLS" => urls,
                        "ASPNETCORE_HTTP_PORTS" => ports,
                        _ => null,
                    }
                )
                .ToString()
        );
}
