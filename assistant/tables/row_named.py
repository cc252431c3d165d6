"""Which one row of all tables a question names: by its name, its words or what its goal counts."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence.evidence import Evidence
from assistant.evidence.grids import SHORTEST_WORDS
from assistant.evidence.lines import Line
from assistant.evidence.lines_named import CLEARLY, NAMED_BY_PAIRS, line_named
from assistant.language.columns import cells_of
from assistant.language.quantities import find_quantities
from assistant.language.tokenizer import is_verb
from assistant.lexicon.indicators import load_indicators
from assistant.lexicon.synonyms import load_synonyms
from assistant.question import statement_cues
from assistant.question.content_terms import content_terms
from assistant.question.places import without_slots
from assistant.schema import Query, Row
from assistant.tables.told_states import asks_which_undone, says_undone, without_which
from assistant.text import fold_text, pairs_of, share_of


def row_named(evidence: Evidence, query: Query, sources: Sequence[str]) -> str:
    """Return the one row that a question names, as "file.txt#12", or "".

    A figure's whole name was held against every figure there is: it asks only the row whose one
    goal goes by it, and whose result may be told in other words.
    """
    text = without_slots(query, ("district", "period"))
    grids = evidence.grids(evidence.near(query, sources))
    lines = [line for grid in grids for line in grid.lines]
    if asks_which_undone(query.text):  # only a row that tells of something undone says which
        text = without_which(text)
        lines = [line for line in lines if says_undone(fold_text(line.text("progress")))]
    named: list[Line] = []
    if not query.name:
        # A name may hold a district's: 清河口产业园, 樊城区人民医院.
        placed = without_slots(query, ("period",))
        found = [f for grid in grids if (f := line_named(placed, grid))]
        longest = max((f.span[1] - f.span[0] for f in found), default=0)
        named = [f.line for f in found if f.span[1] - f.span[0] == longest]
        named = named or _by_words(content_terms(text), lines)
    named = named or _by_indicator(query, lines)
    rows = {f"{line.document.source}#{line.chunk.row}" for line in named}
    return rows.pop() if len(rows) == 1 else ""


def _by_words(words: Sequence[str], lines: Sequence[Line]) -> list[Line]:
    """The row that has nearly all of the words, in whichever of its cells, and no other row."""
    if sum(map(len, words)) < SHORTEST_WORDS:
        return []
    shares = [_share_of_words(words, line.folded) for line in lines]
    best = max(shares, default=0.0)
    near = [n for n, share in enumerate(shares) if share > best - CLEARLY]
    return [lines[near[0]]] if best >= NAMED_BY_PAIRS and len(near) == 1 else []


def _by_indicator(query: Query, lines: Sequence[Line]) -> list[Line]:
    """The rows whose one goal is of the indicator that is counted, however it is worded."""
    if query.measures or "target" in query.kinds or not query.indicators:
        return []
    found = []
    for line in lines:
        goals = fold_text("\n".join(c.text for _, c in cells_of(line.row, "target")))
        named = {m.canonical for m in load_indicators().find(goals)}
        # How 停车泊位 fare is told of 公共停车泊位 too, by their name.
        near = not query.units and len(named) == 1 and min(named).endswith(query.indicators)
        if len(find_quantities(goals)) == 1 and (near or named == set(query.indicators)):
            found.append(line)
    return found


def _share_of_words(words: Sequence[str], text: str) -> float:
    """The share of the words' characters that a text has, in whatever order it has the words.

    Where they stand one behind the other as in the question, the joints count as well.
    """
    whole = sum(len(word) * share_told(word, text) for word in words) / sum(map(len, words))
    return max(share_told("".join(words), text), whole)


def share_told(term: str, folded: str) -> float:
    """Return how much of a word a text has, by its pairs of characters; all of its other name."""
    if term in folded or any(other in folded for other in load_synonyms().expand(term)):
        return 1.0
    return share_of(pairs_of(term), folded)


def is_done(term: str) -> bool:
    """True for what is done to anything: 新建, 净增."""
    done = (statement_cues.DOING, statement_cues.FLOW)
    return is_verb(term) or any(pattern.fullmatch(term) for pattern in done)


def names_another(query: Query, clause: str) -> bool:
    """True for what is near the asked thing, as 孵化器 are to 众创空间; or all that came anew."""
    lexicon = load_indicators()
    named = {m.canonical for m in lexicon.find(fold_text(clause))}
    near = {name for asked in query.indicators for name in lexicon.related(asked)}
    other = bool(named & near) and not named & set(query.indicators)
    return other or statement_cues.is_of_other_sum(query.text, fold_text(clause))


def tells_another_goal(query: Query, row: Row) -> bool:
    """True for a row of several goals whose progress counts others than the one asked for."""
    goals, told = (
        fold_text("\n".join(c.text for _, c in cells_of(row, role)))
        for role in ("target", "progress")
    )
    if len(find_quantities(goals)) < 2 or not find_quantities(told):
        return False
    terms = content_terms(without_slots(query, ("district", "period")))
    return not any(share_told(term, told) for term in terms if not is_done(term))
