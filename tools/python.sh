#!/bin/sh
# Runs a Python script with the project's own interpreter, or, before there is one, with the newest
# of 3.13, 3.12 and 3.11 that can really make a virtual environment. A name on the path proves
# nothing: pyenv leaves stubs that fail, and Debian ships Python without its venv package.
root=$(cd "$(dirname "$0")/.." && pwd)

works() {
    "$1" -c 'import ensurepip, sqlite3, ssl, sys, venv
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 || return 1
    trial=$(mktemp -d) || return 1
    "$1" -m venv --without-pip "$trial/venv" >/dev/null 2>&1 \
        && "$trial/venv/bin/python" -c 'import sys' >/dev/null 2>&1
    status=$?
    rm -rf "$trial"
    return $status
}

if "$root/.venv/bin/python" -c 'import sys' >/dev/null 2>&1; then
    exec "$root/.venv/bin/python" "$@"
fi
for candidate in python3.13 python3.12 python3.11 python3 python; do
    if works "$candidate"; then
        exec "$candidate" "$@"
    fi
done
echo "No usable Python found: Python 3.11, 3.12 or 3.13 with its venv module is needed." >&2
echo "Debian and Ubuntu: apt install python3 python3-venv" >&2
echo "Fedora: dnf install python3.13. macOS: brew install python@3.13" >&2
exit 1
