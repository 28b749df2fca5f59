#!/usr/bin/env bash
# Counts the source files that a request for Today passes through, and those of one sweep, by what the runtime compiles
# for them. Needs a build: dotnet build src/CareerCompass.Web. Usage: bench/path.sh [PORT]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
port=${1:-5199}
app=$PWD/src/CareerCompass.Web/bin/Debug/net10.0/CareerCompass.Web.dll
data=$(mktemp -d)
url=http://127.0.0.1:$port
pid=

stop() { [[ -z $pid ]] || { kill "$pid" && wait "$pid" || true; pid=; } 2>/dev/null; }
trap 'stop; rm -rf "$data"' EXIT

start() { # 1: the file for the names of methods; others: settings
  DOTNET_JitStdOutFile=$1 DOTNET_JitDisasmSummary=1 dotnet "$app" --urls "$url" --environment Development \
    --Data:Folder "$data" --Setup:Code abcdefghijklmnop "${@:2}" >"$data/log" 2>&1 &
  pid=$!
  until curl -fs -o /dev/null "$url/healthz"; do
    kill -0 "$pid" 2>/dev/null || { cat "$data/log" >&2; exit 1; }
    sleep 0.2
  done
}

# The types of ours that were compiled from a line on, without what the compiler nests in them
types() {
  tail -n "+$2" "$1" | grep -oE "(CareerCompass\.(Web|Domain)|AspNetCoreGeneratedDocument)\.[A-Za-z0-9_.]+" |
    sed -E 's/\.(ctor|cctor)$//' | sort -u
}

start "$data/first" --Jobs:Enabled false
token=$(curl -fs -c "$data/cookies" "$url/welcome" | grep -oE '__RequestVerificationToken"[^>]*value="[^"]+' | head -1 | sed 's/.*value="//')
curl -fs -o /dev/null -b "$data/cookies" -c "$data/cookies" --data-urlencode "__RequestVerificationToken=$token" "$url/demo"
stop

start "$data/second" --Jobs:Enabled false
sleep 2
before=$(wc -l <"$data/second")
curl -fs -b "$data/cookies" "$url/" | grep -q 'id="week"\|id="goals"'
sleep 1
types "$data/second" "$((before + 1))" >"$data/request"
echo "GET / passes through $(wc -l <"$data/request") files"
stop

start "$data/third"
sleep 75
grep -E "ReviewSweep|Sweep|RuleContext|GoalStatus|Forecast|CareerCompass\.Domain" "$data/third" | grep -oE "CareerCompass\.(Web\.(Jobs|Mail|Persistence)|Domain)\.[A-Za-z0-9_.]+" |
  sort -u >"$data/sweep"
echo "a sweep passes through $(wc -l <"$data/sweep") files"
if [[ -n ${VERBOSE:-} ]]; then cat "$data/request"; echo; cat "$data/sweep"; fi
