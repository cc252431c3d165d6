"""Which words of a question ask for its figure: what is counted, and not what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.terms import Term
from assistant.language.tokenizer import is_verb
from assistant.question import figure_cues, statement_cues
from assistant.question.names import is_verbs
from assistant.question.places import blank
from assistant.schema import Query

_SIDE_BY_SIDE = re.compile("[、和与及]")
# "减税政策里,留抵退税是多少": among what the figure stands.
_WITHIN = re.compile(
    r"(?<=[一-鿿])(?:里面?|当中|(?<![其初高集])中)[,，](?=[^,，。?？]*(?:多少|几))"
    # "发现的问题有多少需要整改": what is to come of some of them is counted.
    r"|(?<=[一-鿿])(?=有(?:多少|几)[个项家件条处座户]?(?:需|是|已经?|被|还|仍|尚|没有?|未)要?[一-鿿]{2})"
)


def asks_once(query: Query) -> bool:
    """True where one number is asked for."""
    once = len(figure_cues.FIGURE_ASKED.findall(query.text)) == 1
    return once and not figure_cues.EACH.search(query.text)


def around_the_asked(query: Query, terms: Sequence[Term]) -> list[Term]:
    """The words that only say among what a figure stands: of 减税政策里,留抵退税|多少 the first."""
    within = _WITHIN.search(query.text)
    if within is None or not asks_once(query):
        return []
    asked = query.text[within.end() :]
    around = [t for t in terms if t.text in query.text[: within.start()] and t.text not in asked]
    return around if any(t.text in asked for t in terms) else []


def without_around(query: Query, terms: Sequence[Term]) -> tuple[Query, Sequence[Term]]:
    """A question whose figure alone is asked for: the words around it have no weight."""
    around, within = around_the_asked(query, terms), _WITHIN.search(query.text)
    if within is None or not around:
        return query, terms
    asked = replace(query, text=blank(query.text, [(0, within.end())]))
    return asked, [replace(t, weight=0.0) if t in around else t for t in terms]


def steps_asked(query: Query, terms: Sequence[Term]) -> list[Term]:
    """The step whose count alone is asked for: 复核 of "采集412份,制备96份,复核83份"."""
    one = asks_once(query)
    verbs = [t for t in terms if one and t.weight and is_verb(t.text)]
    return [t for t in verbs if not statement_cues.DOING.search(t.text)]


def that_open_figures(query: Query, terms: Sequence[Term], weights: Sequence[float]) -> list[float]:
    """Let a verb alone bring no second figure to a thing whose one number is asked for.

    "培育了多少个智能车间": the 39家 of "培育未来工厂39家,其中智能车间32家" are no part of it.
    """
    if not asks_once(query):
        return list(weights)
    verbs = [at for at, term in enumerate(terms) if is_verb(term.text) or is_verbs(term.text)]
    alone = len(verbs) == 1 and len(query.indicators) == 1
    shut = [*(verbs if alone else ()), *_leading(query, terms)]
    return [0.0 if at in shut else weight for at, weight in enumerate(weights)]


def _leading(query: Query, terms: Sequence[Term]) -> list[int]:
    """The words before what is counted by its name: of 旧改|新增了多少停车位 only these count."""
    before, asked, behind = _parted_at_asked(query.text)
    counted = any(behind.startswith(t.text) for t in terms)
    if not (asked and counted) or _SIDE_BY_SIDE.search(before):
        return []
    return [at for at, t in enumerate(terms) if not t.canonical and t.text in before]


def _parted_at_asked(text: str) -> tuple[str, str, str]:
    """What stands before the word that asks how many, that word, and what stands behind it."""
    asked = figure_cues.COUNTED.search(text)
    return (text[: asked.start()], asked.group(), text[asked.end() :]) if asked else (text, "", "")
