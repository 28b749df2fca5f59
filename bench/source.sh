#!/usr/bin/env bash
# Measures how the source reads: long lines, length of lines, comments, types outside a file of their name.
# Usage: bench/source.sh [COMMIT]   measures a commit; without one, what is checked in now.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
git archive "${1:-HEAD}" | tar -x -C "$tree"
cd "$tree"

files() { find src tests bench -type f \( "$@" \) -not -path '*/Migrations/*' | sort; }

lines() {
  # 1: name of the row, then files on standard input
  xargs cat | awk -v name="$1" '
    { lines++; for (limit = 120; limit <= 180; limit += 30) if (length($0) > limit) over[limit]++ }
    /[^ \t]/ { filled++; chars += length($0) }
    /^[ \t]*\/\// { comments++ }
    END {
      printf "| %s | %d | %.2f / %.2f / %.2f | %.0f | %.1f |\n", name, lines,
        100 * over[120] / lines, 100 * over[150] / lines, 100 * over[180] / lines, chars / filled, 100 * comments / lines
    }'
}

echo "| | lines | over 120 / 150 / 180 columns, % | average line, characters | comment lines, % |"
echo "|---|--:|--:|--:|--:|"
files -name '*.cs' | lines "all C#"
files -name '*.cs' | grep '^src/' | lines "C# of the app"
files -name '*.cshtml' -o -name '*.razor' | lines "views"
find src -path '*/Migrations/*' -name '*.cs' | lines "migrations"

# A top-level type starts at the first column. A page may hold its model and what is nested in it
files -name '*.cs' | grep '^src/' | while read -r file; do
  name=$(basename "$file")
  stem=${name%%.*}
  sed -nE 's/^((public|internal|file|sealed|static|abstract|partial|readonly) )+(record struct|class|record|struct|interface|enum) ([A-Za-z0-9_]+).*/\4/p' "$file" |
    while read -r type; do
      if [[ $type == "$stem" || ($name == *.cshtml.cs && $type == *Model) ]]; then echo inside; else echo outside; fi
    done
done | sort | uniq -c | awk '
  { count[$2] = $1 }
  END { printf "\n%d types, %d (%.1f %%) outside a file of their name\n",
    count["inside"] + count["outside"], count["outside"], 100 * count["outside"] / (count["inside"] + count["outside"]) }'
