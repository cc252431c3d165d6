"""Follow-ups on how much of a plan is done: which of the things were not, or how many are left."""

from __future__ import annotations

import re

from assistant.question import figure_cues
from assistant.question.carried import new_places
from assistant.question.corpus import Corpus
from assistant.question.frames import Frame, subject_of
from assistant.schema import Query

_WHICH_ALONE = re.compile(
    r"(?:分别|具体)?都?是哪(?:些|[一几两二三四五六七八九]?[个项家条件])[?？]?$"
)
# What a count of things was asked by, behind their name: how much they cost, which were not done.
_ASKED_OF_THEM = re.compile(
    r"的?(?:(?:具体)?(?:是|有)?哪[^,，]*|(?:年度|年初|总|计划|完成|累计)*投资(?:额|总额)?|总数|数量|(?:能|已经?)?(?:没有?|未)[^,，]*)$"
)
_LEFT_OF_THEM = re.compile(
    r"(?:还?剩下?的?有?(?:多少|几)[件个项]|(?:没有?|未)能?(?:完成|办[完结]|做完)的(?:还?有(?:多少|几)[件个项])?)"
    r"(?:没有?(?:完成|办[完结]|做完))?呢?[?？]?$"
)
FINISHED = re.compile(r"完工|竣工|建成|完成|投用")


def asked_of_plan(
    text: str, query: Query, periods: tuple[str, ...], previous: Query, corpus: Corpus
) -> Frame | None:
    """The things spoken of, asked by what became of their plan; None where that is not asked."""
    did = _of_plan(text, previous) or _left_of_them(text, previous)
    text = did or text
    if did or figure_cues.UNDONE_ASKED.search(text) or figure_cues.LEFT_ASKED.search(text):
        return _undone(text, query, periods, previous, corpus)
    return None


def _undone(
    text: str, query: Query, periods: tuple[str, ...], previous: Query, corpus: Corpus
) -> Frame:
    """Which of the things spoken of, or how many, have not reached what the follow-up names."""
    things = _ASKED_OF_THEM.sub("", figure_cues.DID_PLANNED.sub("", subject_of(previous)))
    return Frame(new_places(query, previous, periods, corpus), "", things, text.strip("?？"))


def _of_plan(text: str, previous: Query) -> str:
    """How many reached what was planned, or which, with the plan that was spoken of; else empty.

    "没完成的有几个" behind "几个完成了年度目标" is asked of those that missed 年度目标.
    """
    counted, did = (figure_cues.DID_ASKED.search(t) for t in (previous.text, text))
    if counted and _WHICH_ALONE.match(text):
        return f"{counted['did']}{counted['plan'] or ''}的{text}"
    if did is None or did.start():
        return ""
    before = figure_cues.DID_PLANNED.search(previous.text)
    if did["plan"] or before is None:
        return text
    return f"{did['did']}{before['plan']}{text[did.end('did') :]}"


def _left_of_them(text: str, previous: Query) -> str:
    """How many are still to be done, behind how many were: "没完成的呢", "还剩几件"; or empty."""
    left = _LEFT_OF_THEM.match(text)
    counted = len(previous.units) == 1 and previous.units[0] in "件个项"
    if left is None or not (counted and FINISHED.search(previous.text)):
        return ""
    return f"还有几{previous.units[0]}没完成"
