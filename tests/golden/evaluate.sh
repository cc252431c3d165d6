#!/bin/sh
# Answers the development questions from a fresh index of the seeds and prints the score tables.
# Arguments go to score.py: `make eval ARGS="--failures 20"`. Settings (a model, say) count as they are.
set -eu
cd "$(dirname "$0")/../.."
bin=.venv/bin
golden=tests/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
QUWEN_HOME=$work/home
export QUWEN_HOME

$bin/quwen ingest seeds >"$work/ingest.txt" 2>&1 || { cat "$work/ingest.txt" >&2; exit 1; }
for set in narrative tables dialogue; do
  $bin/quwen batch <"$golden/questions/$set.jsonl" >"$work/$set.jsonl"
  printf '\n%s\n' "$set"
  $bin/python $golden/score.py "$golden/questions/$set.jsonl" "$work/$set.jsonl" --sources seeds "$@"
done

printf '\nevidence of single questions among the hits of quwen retrieve\n'
$bin/python $golden/evidence.py questions $golden/questions/*.jsonl |
  $bin/quwen retrieve --top-k 20 |
  $bin/python $golden/evidence.py score $golden/questions/*.jsonl
