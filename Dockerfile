FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Only what decides the packages, so that a change of code keeps the restored layer
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/CareerCompass.Domain/CareerCompass.Domain.csproj src/CareerCompass.Domain/
COPY src/CareerCompass.Web/CareerCompass.Web.csproj src/CareerCompass.Web/
RUN dotnet restore src/CareerCompass.Web

COPY src src
RUN dotnet publish src/CareerCompass.Web --no-restore --configuration Release --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

# Made before the volume is declared: a new volume takes over the owner it finds here
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Data__Folder=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
ENTRYPOINT ["dotnet", "CareerCompass.Web.dll"]
