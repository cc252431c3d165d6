#!/bin/sh
# Answers the further questions, each set from a fresh index of its documents, and prints how many turns are right.
# Arguments go to score.py: `score.sh --failures 20`. Settings (a model, say) count as they are.
set -eu
cd "$(dirname "$0")/../../.."
bin=.venv/bin
golden=tests/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

answered() { # answered QUESTIONS DOCUMENTS [ARGUMENTS...]
  questions=$1 documents=$2
  shift 2
  QUWEN_HOME=$work/$(printf '%s' "$documents" | tr / _)
  export QUWEN_HOME
  $bin/quwen ingest "$documents" >"$work/ingest.txt" 2>&1 || { cat "$work/ingest.txt" >&2; exit 1; }
  $bin/quwen batch <"$questions" >"$work/answers.jsonl"
  printf '%s\n' "${questions#"$golden"/further/}"
  $bin/python $golden/score.py "$questions" "$work/answers.jsonl" --sources "$documents" "$@" |
    grep -E '^(ALL|ANSWERABLE|UNANSWERABLE|---|  )'
}

for set in seeds_reworded seeds_other; do
  answered $golden/further/$set.jsonl seeds "$@"
done
answered $golden/further/districts_reworded.jsonl $golden/districts/documents "$@"
for set in counties_1 counties_2 counties_3 counties_4 counties_5 counties_6 counties_7 counties_8 counties_9 \
  counties_10 counties_11 counties_12 counties_13 counties_14 counties_15 counties_16 \
  counties_17 counties_18 counties_19; do
  answered $golden/further/$set/questions.jsonl $golden/further/$set/documents "$@"
done
