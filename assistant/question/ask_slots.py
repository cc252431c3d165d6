"""The form of the answer that a question asks for, and the row that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.columns import CHARGES
from assistant.language.numerals import chinese_number
from assistant.question import ask_cues, comparison_cues, figure_cues, row_cues
from assistant.schema import Ask, Query, Span

LAST_ROW = "last"
FROM_END = "倒数"  # 倒数第二项 is the row "-2"


def asks_in(text: str) -> tuple[Ask, ...]:
    """Return what is asked for; a value, where nothing tells it."""
    asks = [ask for ask, pattern in ask_cues.ASKS if pattern.search(text)]
    if row_cues.ROW.search(text) or row_cues.LAST_ROW.search(text):
        asks.insert(0, "row")
    if "verdict" not in asks and figure_cues.OVER_TARGET.search(text):
        asks.insert(0, "verdict")
    if (
        "section" in asks
        and ask_cues.HOW_IS.search(text)
        and not ask_cues.MEASURES_ASKED.search(text)
    ):
        asks.remove("section")
    if "origin" in asks and "when" in asks:
        asks.remove("when")
    if "origin" in asks and set(CHARGES) & set(asks):
        asks.remove("origin")  # "领导和单位分别是谁" asks who, and not whose
    if "origin" in asks and comparison_cues.MOST_IS.search(text):
        asks.remove("origin")  # "最高的是哪个区" asks who leads, and not whose a figure is
    if comparison_cues.WHICH_OF_YEARS.search(text):
        asks = [*(a for a in asks if a not in ("origin", "when", "rank")), "rank"]
    asks = [ask for ask in asks if not _asks_for_nobody(ask, text)]
    if "section" in asks and (ask_cues.NUMBER_OF.search(text) or set(CHARGES) & set(asks)):
        asks.remove("section")
    return tuple(asks) or ("value",)


def _asks_for_nobody(ask: Ask, text: str) -> bool:
    """True for 牵头 and 协办 where no unit is asked for that answers for a task.

    "主办和协办了多少场" counts what was done; "由哪所高校牵头" is told by a sentence.
    """
    if ask == "lead":
        return ask_cues.INSTITUTION_ASKED.search(text) is not None
    return ask == "support" and not ask_cues.WHO.search(text)


def asks_for_summary(query: Query) -> bool:
    """True if a topic is to be summed up, and neither a figure nor a row is asked for."""
    figures = query.indicators or query.units or query.measures or query.row
    asks = set(query.asks) <= {"value", "list", "rank"}
    return bool(ask_cues.SUMMARY.search(query.text)) and asks and not figures


def asks_for_goals(query: Query) -> Ask | None:
    """What a question for the goals of something wants: no figure need tell them.

    Those of a field ("教育有什么目标") are told by its measures; None where it asks otherwise.
    """
    asked = "target" in query.kinds and ask_cues.GOALS_OF.search(query.text)
    if not asked or query.asks != ("value",) or query.units or query.measures or query.name:
        return None
    named = len(query.indicators) + len(query.terms)
    return None if not named else "section" if named == 1 and query.terms else "list"


def goal_terms(asked: str, asks: Sequence[Ask]) -> tuple[str, ...]:
    """Asked for the goals themselves, the word for a plan is what the question is about."""
    return ("预期目标",) if ask_cues.GOALS.search(asked) and {"list", "section"} & set(asks) else ()


def row_in(text: str) -> tuple[str, list[Span]]:
    """Return the row asked for by number, code or place, and the words that name it.

    >>> row_in("进展表倒数第二项"), row_in("进展表第二项")
    (('-2', [(3, 8)]), ('2', [(3, 6)]))
    """
    match = row_cues.ROW.search(text) or _in_order(text)
    if match:
        number, (start, end) = str(chinese_number(_number_in(match))), match.span()
        if text[:start].endswith(FROM_END):
            return f"-{number}", [(start - len(FROM_END), end)]
        return number, [(start, end)]
    named = (row_cues.ROW_CODE, row_cues.ROW_NAMED, row_cues.ROW_OF_TABLE)
    coded = next(filter(None, (pattern.search(text) for pattern in named)), None)
    if coded:
        return _number_in(coded), [coded.span()]
    last = row_cues.LAST_ROW.search(text)
    return (LAST_ROW, [last.span()]) if last else ("", [])


def _number_in(named: re.Match[str]) -> str:
    return next(group for group in named.groups("") if group)


def _in_order(text: str) -> re.Match[str] | None:
    """A row by its place in the table; not where rows are ranked by what they say."""
    return None if row_cues.RANKED_BY.search(text) else row_cues.ROW_IN_ORDER.search(text)
