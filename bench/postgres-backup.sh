#!/usr/bin/env bash
# A fire drill for backups on PostgreSQL: takes one as you would each night, restores it into a fresh database beside the
# one in use, starts the app on that, and compares each table's rows. The database in use is only read.
#
#   PGHOST=127.0.0.1 PGUSER=careercompass PGPASSWORD=secret PGDATABASE=careercompass \
#     bench/postgres-backup.sh [path/to/CareerCompass.Web.dll]
#
# The user needs the right to create a database. What to do each night, on a machine other than the database's:
#
#   pg_dump --format=custom --file=careercompass-$(date +%F).dump careercompass
#
# and to restore that for real, with all instances of the app stopped:
#
#   dropdb --force careercompass && createdb careercompass
#   pg_restore --exit-on-error --no-owner --dbname=careercompass careercompass-2027-03-03.dump
#
# The keys that sign people in are in the database, and so in the dump.
set -euo pipefail
: "${PGDATABASE:?name the database in PGDATABASE}"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
app=${1:-src/CareerCompass.Web/bin/Debug/net10.0/CareerCompass.Web.dll}
[[ -f $app ]] || { echo "There is no $app: build the app first, or name it." >&2; exit 2; }

scratch=$(mktemp -d /tmp/careercompass-drill.XXXXXX)
drill=${PGDATABASE}_drill
server=
clean_up() {
  [[ -z $server ]] || { kill "$server" && wait "$server" || true; } 2>/dev/null
  dropdb --if-exists --force "$drill" 2>/dev/null || true
  rm -rf "$scratch"
}
trap clean_up EXIT

# Table by table, such as "Goals 12"
rows() {
  psql --dbname="$1" --no-psqlrc --quiet --tuples-only --no-align --field-separator=' ' --command="
    SELECT table_name, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I.%I', table_schema, table_name), true, true, '')))[1]
    FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name"
}

rows "$PGDATABASE" >"$scratch/before"
pg_dump --format=custom --file="$scratch/careercompass.dump"
dropdb --if-exists --force "$drill"
createdb --template=template0 "$drill"
pg_restore --exit-on-error --no-owner --dbname="$drill" "$scratch/careercompass.dump"

: >"$scratch/log" # there before the app is

# Without jobs, so that the drill sends no reminders
Database__Provider=Postgres \
  Database__ConnectionString="Host=${PGHOST:-localhost};Port=${PGPORT:-5432};Username=${PGUSER:-$USER};Password=${PGPASSWORD:-};Database=$drill" \
  Data__Folder="$scratch/data" Jobs__Enabled=false ASPNETCORE_URLS=http://127.0.0.1:0 ASPNETCORE_ENVIRONMENT=Production \
  Logging__Console__FormatterName=simple dotnet "$app" >"$scratch/log" 2>&1 &
server=$!
for ((tries = 0; tries < 600; tries++)); do
  address=$(sed -nE 's/.*Now listening on: (http:[^ ]+).*/\1/p' "$scratch/log")
  [[ -z $address ]] || break
  kill -0 "$server" 2>/dev/null || { cat "$scratch/log" >&2; exit 1; }
  sleep 0.1
done
[[ -n $address ]] || { echo "The app did not start within a minute." >&2; cat "$scratch/log" >&2; exit 1; }
curl --fail --silent --show-error --output "$scratch/ready" "$address/readyz"
rows "$drill" >"$scratch/after"

if ! diff "$scratch/before" "$scratch/after"; then
  echo "✗ The restored database differs. (Rows that came in since the dump are no fault.)" >&2
  exit 1
fi
echo "✓ $(wc -l <"$scratch/after") tables with $(awk '{ n += $2 } END { print n }' "$scratch/after") rows were dumped, restored and served."
