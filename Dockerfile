# Build on the native architecture, whatever the target: the output is portable
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Copy only what determines the packages, so that code changes keep the restore layer
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/CareerCompass.Domain/CareerCompass.Domain.csproj src/CareerCompass.Domain/
COPY src/CareerCompass.Web/CareerCompass.Web.csproj src/CareerCompass.Web/
RUN dotnet restore src/CareerCompass.Web

# SQLite's library ships for every system; keep only Linux with glibc, as in the image below.
# Create the data folder before the volume is declared: a new volume inherits its owner
COPY src src
RUN dotnet publish src/CareerCompass.Web --no-restore --configuration Release --output /app -p:UseAppHost=false -p:DebugType=none \
 && mkdir /data \
 && find /app/runtimes -mindepth 1 -maxdepth 1 ! -name 'linux-x64' ! -name 'linux-arm64' ! -name 'linux-arm' -exec rm -r {} +

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=$APP_UID:$APP_UID /data /data

# Nothing is written outside /data, so the rest can be read-only: no debugger sockets, and temporary files go there too
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
