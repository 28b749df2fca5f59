# The build runs on the machine's own architecture, whatever the image is for: what it makes runs on all of them
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Only what decides the packages, so that a change of code keeps the restored layer
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/CareerCompass.Domain/CareerCompass.Domain.csproj src/CareerCompass.Domain/
COPY src/CareerCompass.Web/CareerCompass.Web.csproj src/CareerCompass.Web/
RUN dotnet restore src/CareerCompass.Web

# SQLite's library comes for every system there is; the image below is Linux with glibc.
# The folder for data is made before the volume is declared: a new volume takes over the owner it finds there
COPY src src
RUN dotnet publish src/CareerCompass.Web --no-restore --configuration Release --output /app -p:UseAppHost=false -p:DebugType=none \
 && mkdir /data \
 && find /app/runtimes -mindepth 1 -maxdepth 1 ! -name 'linux-x64' ! -name 'linux-arm64' ! -name 'linux-arm' -exec rm -r {} +

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# Nothing is written outside /data, so that the rest may be read-only: no sockets for debuggers, and temporary files there, too
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Data__Folder=/data \
    DOTNET_EnableDiagnostics=0 \
    TMPDIR=/data \
    SQLITE_TMPDIR=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "CareerCompass.Web.dll", "healthcheck"]
ENTRYPOINT ["dotnet", "CareerCompass.Web.dll"]
