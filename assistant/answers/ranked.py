"""Which things hold a rank: "哪些指标居全省第一" lists what does, and nothing of another rank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.evidence.draft import Draft, whose
from assistant.evidence.evidence import Evidence
from assistant.evidence.fits import fit_kind, fit_period
from assistant.evidence.statements import Statement
from assistant.language.quantities import Quantity, quantities_in
from assistant.schema import Query, Span
from assistant.text import fold_text

MOST = 12  # things that are listed
_AMONG = re.compile(r"全(?:国|省|区|市|县|州|盟|旗)")
# What is asked for whatever it is, and where it is looked for.
_ANYTHING = re.compile(
    r"这?份|材料|报告|文件|文中|公报|总结|全[国省区市县州盟旗]|排[名在到位]?|[位居列]+"
)
_ASKED = re.compile(
    r"(?:全[国省区市县州盟旗]|排[名在到]?|[位居列])[位居列排名]{0,3}"
    r"(第(?:[一二三四五六七八九十]{1,3}|\d{1,3})|前(?:[二三四五六七八九十]|\d{1,2})|[首榜]位)"
    r"(?!季|产业|批|届|轮|个|次)"
)
_MEASURED = re.compile(r"(?:增[速幅长]|总[量额]|综合|均|规模)*")

Ranked = tuple[Statement, Span]


def asks_ranked(query: Query) -> Quantity | None:
    """Return the rank of which a question asks what holds it, where it asks for a list."""
    ranks = [q for m in _ASKED.finditer(query.text) for q in quantities_in(f"居{m[1]}")]
    listed = {"list", "section"} & set(query.asks)
    if len(ranks) != 1 or not listed or query.indicators or query.row:
        return None
    return ranks[0]


def find_ranked(evidence: Evidence, query: Query, sources: Sequence[str]) -> list[Ranked]:
    """Return what is told to hold the rank that a question names, in the documents' order."""
    rank = asks_ranked(query)
    if rank is None or len(query.districts) != 1:
        return []
    told = sorted(evidence.candidates(query, sources), key=lambda s: (s.document.source, s.start))
    return [
        (statement, span)
        for statement in told
        if statement.row is None and _is_meant(query, statement)
        for span in _held(query, rank, statement)
    ][:MOST]


def things_among(query: Query) -> list[str]:
    """Return the words that say among what is looked for the rank."""
    return [term for term in query.terms if not _ANYTHING.fullmatch(term)]


def _is_meant(query: Query, statement: Statement) -> bool:
    stated = (statement.period,) if statement.period else ()
    fits = fit_period(query.periods, stated)[1] > 0
    fits = fits and all(t in f"{statement.labels}{statement.folded}" for t in things_among(query))
    return fits and fit_kind(query.kinds or ("actual",), statement.kind) > 0


def _held(query: Query, rank: Quantity, statement: Statement) -> Iterator[Span]:
    """The parts of a sentence that tell the rank, each from behind the rank before it."""
    among = _AMONG.findall(query.text)
    text, start = statement.document.text, statement.start
    for begin, end in statement.clauses:
        words = text[begin:end]
        ranks = [q for q in quantities_in(words) if q.is_rank]
        if any(_is_same(rank, q) for q in ranks) and all(a in fold_text(words) for a in among):
            yield (statement.start if _names_nothing(text[start:begin], words) else start), end
        start = end if ranks else start


def _names_nothing(before: str, words: str) -> bool:
    """True if a part says only by what it ranks: "总量全市第2,增速全市第1"."""
    head = _AMONG.split(fold_text(words))[0].strip(" ,，、;；")
    return (
        not before.strip(" ,，、;；") and _MEASURED.fullmatch(_ANYTHING.sub("", head)) is not None
    )


def _is_same(asked: Quantity, told: Quantity) -> bool:
    """True for the rank itself; the first three are asked for as 前三."""
    if asked.text.startswith("前"):
        return told.value <= asked.value
    return told.value == asked.value and not told.text.startswith("前")


def write_ranked(draft: Draft, found: Sequence[Ranked]) -> None:
    """Write what holds the rank, each with whose it is."""
    for statement, (start, end) in found:
        told = statement.document.text[start:end].strip(" ,，、;；。")
        marker = draft.cite_statement(statement, start, end)
        head = whose(statement, statement.period, statement.kind, told)
        draft.say_of(head, f"{told}{marker}")
