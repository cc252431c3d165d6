#!/usr/bin/env python3
"""Score retrieval on golden questions. Standard library only.

    evidence.py questions GOLDEN.jsonl...       the single questions that the documents answer, for `quwen retrieve`
    evidence.py score GOLDEN.jsonl... < HITS    Recall@1/5/10 and MRR@10 of the evidence in its answers

A question is found at the first hit that overlaps one of its quotes and comes from the quote's document.
"""

import json
import sys

from score import normal, overlaps, read_jsonl


def single_questions(paths):
    for path in paths:
        for golden in read_jsonl(path):
            if len(golden["turns"]) == 1 and golden["expect"][0].get("evidence"):
                yield golden


def questions(paths):
    for golden in single_questions(paths):
        print(json.dumps({"id": golden["id"], "question": golden["turns"][0]}, ensure_ascii=False))


def shows(hit, evidence):
    return any(hit["source"].startswith(item["doc"]) and overlaps(normal(hit["text"]), normal(item["quote"]))
               for item in evidence)


def score(paths):
    hits = {row["id"]: row["hits"] for row in map(json.loads, sys.stdin)}
    ranks = []
    for golden in single_questions(paths):
        evidence = golden["expect"][0]["evidence"]
        ranks.append(next((n for n, hit in enumerate(hits.get(golden["id"], [])[:10], 1) if shows(hit, evidence)), 0))
    recall = {k: sum(0 < rank <= k for rank in ranks) / len(ranks) for k in (1, 5, 10)}
    mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    print(f"{len(ranks)} questions   " + "   ".join(f"R@{k} {share:.1%}" for k, share in recall.items()) + f"   MRR@10 {mrr:.3f}")


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("questions", "score"):
        sys.exit(__doc__)
    {"questions": questions, "score": score}[sys.argv[1]](sys.argv[2:])
