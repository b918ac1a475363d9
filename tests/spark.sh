#!/usr/bin/env bash
# What a Spark cluster of two workers writes is, byte for byte, what one machine
# writes. Needs Java and PySpark: pip install pyspark.
# usage: tests/spark.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - seeds "$folder/in.jsonl" <<'PYTHON'
import json, pathlib, sys
texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for at in range(40):
        out.write(json.dumps({"id": f"{at:03}", "text": texts[at % len(texts)]}, ensure_ascii=False) + "\n")
    out.write('{"id": "without text"}\n')
PYTHON
"$program" stream central <"$folder/in.jsonl" >"$folder/one.jsonl" || [ $? = 2 ]
python3 examples/spark.py central "$folder/in.jsonl" "$folder/out" --plan "$program" --master 'local-cluster[2,1,1024]' --parts 6
cat "$folder"/out/part-* >"$folder/many.jsonl"
# A refusal tells the line of its own part of the input.
strip() { sed -E 's/("schema":"plan.refusal\/1","line":)[0-9]+/\1-/' "$1"; }
cmp <(strip "$folder/one.jsonl") <(strip "$folder/many.jsonl")
[ "$(ls "$folder"/out/part-* | wc -l)" -gt 1 ]
[ "$(wc -l <"$folder/many.jsonl")" = 41 ]
echo "41 documents, the same bytes from two workers"
