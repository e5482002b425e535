# Shared by the commands of build/: where the project is, and the prerequisites, checked first.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

need_dotnet() {
  if ! command -v dotnet >/dev/null 2>&1 || ! dotnet --list-sdks 2>/dev/null | grep -q '^1[0-9]\.'; then
    echo "Simphonie Hub needs the .NET 10 SDK (https://dot.net); it was not found." >&2
    exit 3
  fi
}

need_node() {
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1 ||
     ! node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)'; then
    echo "The tests need Node 20.19 or later with npm; it was not found." >&2
    exit 3
  fi
}

# Builds one project (Release) and its dependencies; quiet unless it fails.
build_project() {
  local log
  log=$(mktemp)
  if ! dotnet build "$root/$1" -c Release -v quiet --nologo >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 3
  fi
  rm -f "$log"
}
