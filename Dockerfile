# The page is built with Node, the server with the .NET SDK; the image that runs has neither.
FROM node:22-bookworm-slim AS page
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY contracts /src/contracts
COPY frontend ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS server
WORKDIR /src
COPY backend backend
RUN dotnet publish backend/src/Chartwright.Server -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=server /app ./
COPY --from=page /src/frontend/out ./web
COPY samples ./samples
RUN mkdir /data /jobs && chown app /data /jobs
USER app
ENV CHARTWRIGHT__DATA=/data CHARTWRIGHT__WEBROOT=/app/web CHARTWRIGHT__SAMPLES=/app/samples
VOLUME ["/data", "/jobs"]
EXPOSE 5080
ENTRYPOINT ["dotnet", "chartwright.dll", "serve"]
