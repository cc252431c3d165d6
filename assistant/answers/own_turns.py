"""The one of a row of like things: the twelfth meeting is no eleventh, what is done not all."""

from __future__ import annotations

import re

from assistant.evidence.findings import Finding
from assistant.language.numerals import HAN_NUMBER, chinese_number
from assistant.schema import Query
from assistant.text import fold_text

_TURN = re.compile(rf"第([{HAN_NUMBER}]{{1,4}}|\d{{1,3}})([次批届轮期])(?!产业)")
# "完成了几个子项目": how many of them, and what tells of all of them does not.
_DONE_ASKED = re.compile(r"(?:完成|办结|建成|完工|竣工)了?(?:多少|几)[个项件处]")
_DONE = re.compile(r"完成|办结|建[成好]|[完竣]工|[投启]用|交付|通车|达|落实|销号|办[好毕]")


def is_of_another_turn(query: Query, found: Finding) -> bool:
    """True for what is told of another of things that are numbered: 第十一次 for 第十二次."""
    asked = _turns(query.text)
    if not asked:
        return False
    statement = found.statement
    text, end = statement.document.text, found.spans[-1][1]
    at = found.figure.figure[0] if found.figure else end
    start = min(statement.start, found.figure.start if found.figure else at)
    line = text.rfind("\n", 0, start) + 1
    labels = [statement.document.profile.title, statement.document.source, statement.labels]
    kinds = {kind for _, kind in asked}
    for words in (text[start:at], text[start:end], text[line:start], " ".join(labels)):
        told = [turn for turn in _turns(fold_text(words)) if turn[1] in kinds]
        if told:
            return not asked & set(told)
    return statement.row is None


def is_of_all_for_done(query: Query, found: Finding) -> bool:
    """True for how many things there are in all, where it is asked how many are done."""
    figure = found.figure
    if figure is None or figure.measure != "count" or found.statement.row is not None:
        return False
    if not _DONE_ASKED.search(query.text):
        return False
    text = found.statement.document.text
    behind = re.match(r"[^,，。;；、]*", text[figure.figure[1] :])
    before = re.split(r"[,，。;；]", text[found.statement.start : figure.figure[0]])[-1]
    return not _DONE.search(f"{before}{behind.group() if behind else ''}")


def _turns(text: str) -> set[tuple[int, str]]:
    """The numbered things that a text names.

    >>> sorted(_turns("第十二次会议, 第3批资金"))
    [(3, '批'), (12, '次')]
    """
    return {(chinese_number(number), kind) for number, kind in _TURN.findall(text)}
