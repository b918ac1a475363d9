#!/usr/bin/env bash
# Installs the peers and times them beside the program in one run.
# usage: tests/peers/speed.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/../.."
if ! { command -v git && command -v valgrind; } >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends git valgrind
fi
peers=$(mktemp -d)
trap 'rm -rf "$peers"' EXIT
python3 -m venv "$peers"
"$peers/bin/pip" install --quiet scikit-learn rapidfuzz arborparser
"$peers/bin/python" tests/peers/speed.py "$program"
