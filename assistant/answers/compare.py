"""What the sides of a question come to, set side by side: a table, and what may be concluded.

Values are set against each other only where they may be: same measure, same unit family. Periods or
kinds that differ are said; a side without a value is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.conclusions import MISSING, conclude, is_stock_beside_flow
from assistant.answers.goals import write_judgement
from assistant.answers.row_sides import write_row
from assistant.answers.sides import Side, clause_of
from assistant.answers.writing import Reading, cite_finding, phrase, write_charge, write_finding
from assistant.evidence.draft import KIND_LABELS, Draft, opening, up_to
from assistant.evidence.findings import Finding
from assistant.language.columns import CHARGES
from assistant.language.periods import label as period_label
from assistant.schema import Comparison, Query


def write_sides(draft: Draft, query: Query, sides: Sequence[Side]) -> Comparison:
    """Write a table with a marker in every row, then what may be concluded from it."""
    rows: list[tuple[str, ...]] = []
    apart = len({side.query.document_kinds for side in sides}) > 1
    for side in sides:
        document = f"({'、'.join(side.query.document_kinds)})" if apart else ""
        if not side.reading.answered:
            when = "、".join(period_label(p) for p in side.query.periods)
            kind = "、".join(KIND_LABELS.get(k, "") or "完成" for k in side.query.kinds)
            rows.append((f"{side.name}{document}" or "—", when or "—", kind or "—", MISSING))
            continue
        for found in side.reading.findings[:2]:
            marker = cite_finding(draft, found)
            kind = KIND_LABELS.get(found.kind, "") or ("完成" if found.kind == "actual" else "—")
            when = _when(found) or "—"
            rows.append(
                (
                    f"{found.statement.district or side.name}{document}",
                    when,
                    kind,
                    f"{phrase(found).replace('|', '｜')}{marker}",
                )
            )
    draft.named += [period_label(p) for s in sides for p in s.query.periods]
    headers = ("地区", "期间", "性质", "原文")
    draft.say("|" + "|".join(headers) + "|")
    draft.say("|" + "---|" * len(headers))
    for row in rows:
        draft.say("|" + "|".join(row) + "|")
    draft.say("")
    for line in conclude(draft, query, sides):
        draft.say(line)
    return Comparison(headers, tuple(rows))


def _when(found: Finding) -> str:
    """Of when a finding is, in the words of its document: 1-10月 only where it says so."""
    statement = found.statement
    near = "".join([statement.document.profile.title, *statement.chunk.context])
    near += statement.chunk.text + opening(statement.document, found.period)
    part = re.fullmatch(r"\d{4}-01/\d{4}-(\d\d)", found.period)
    spanned = part and re.search(rf"1\s?月?\s?[-—–~～至到]\s?{int(part[1])}\s?月", near)
    if part and not spanned:
        return up_to("", found.period, near)
    return period_label(found.period) if found.period else ""


def write_target_and_result(draft: Draft, query: Query, sides: Sequence[Side]) -> None:
    """Write a target and its result one under the other, and whether the one was reached."""
    if write_row(draft, query, sides):
        return
    told = next((clause_of(s.reading.best) for s in sides if s.reading.answered), "")
    missing: list[str] = []
    for side in sides:
        if side.reading.answered:
            for found in _of_one_sort(told, side.reading):
                write_finding(draft, found)
        else:
            when = "、".join(period_label(p) for p in side.query.periods)
            kind = "目标" if side.query.kinds == ("target",) else "完成情况"
            missing.append(f"{side.name}{when}{kind}:{MISSING}。")
            draft.say(missing[-1])
    answered = [s for s in sides if s.reading.answered]
    if len(answered) == 1 < len(sides) and write_judgement(draft, query, answered[0].reading.best):
        draft.lines = [line for line in draft.lines if line not in missing]
    for line in conclude(draft, query, sides, say_missing=False):
        draft.say(line)
    charged = next(
        (
            s.reading.best.statement
            for s in sides
            if s.reading.answered and s.reading.best.statement.row
        ),
        None,
    )
    if charged is not None and charged.row is not None and set(CHARGES) & set(query.asks):
        write_charge(draft, query.asks, charged, charged.row)


def _of_one_sort(told: str, reading: Reading) -> Sequence[Finding]:
    """The findings of a side that count as its target does: a stock beside a stock."""
    found = reading.findings[:2]
    kept = [f for f in found if not is_stock_beside_flow(told, clause_of(f))]
    best = reading.best.statement
    near = [
        f
        for f in reading.near
        if (f.statement is best or (best.row is not None and f.statement.row is best.row))
        and not is_stock_beside_flow(told, clause_of(f))
    ]
    return kept or near[:1] or found
