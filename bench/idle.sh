#!/usr/bin/env bash
# What the app costs while no one uses it: idle.sh FOLDER [PORT] [SECONDS] starts the published app in FOLDER on a data folder of
# its own, and prints the time to its first answer, processor time, memory, and small writes and flushes a minute.
# Needs curl and strace. Writes are counted by strace, which slows the app, so processor time is measured without it.
set -euo pipefail
folder=$(realpath "$1") port=${2:-6100} seconds=${3:-120}
data=$(mktemp -d /tmp/careercompass-idle.XXXXXX)
trap 'kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true; rm -rf "$data"' EXIT
cd "$folder"
started=$(date +%s%N)
ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS="http://127.0.0.1:$port" Data__Folder=$data Logging__LogLevel__Default=Warning \
  dotnet CareerCompass.Web.dll >"$data/log" 2>&1 &
app=$!
until [[ $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/healthz") == 200 ]]; do
  kill -0 "$app" || { cat "$data/log"; exit 1; }
  sleep 0.02
done
echo "first answer after $((($(date +%s%N) - started) / 1000000)) ms"
sleep 20
ticks() { awk '{ print $14 + $15 }' "/proc/$app/stat"; }
before=$(ticks)
sleep "$seconds"
echo "processor time $((($(ticks) - before) * 100 / seconds)) hundredths of a percent"
echo "memory $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$app/status") MB"
timeout "$seconds" strace -f -qq -e trace=pwrite64,fsync,fdatasync -o "$data/calls" -p "$app" || true
echo "small writes $(($(grep -c pwrite64 "$data/calls") * 60 / seconds)) a minute," \
  "flushes $(($(grep -cE 'fsync|fdatasync' "$data/calls") * 60 / seconds)) a minute"
