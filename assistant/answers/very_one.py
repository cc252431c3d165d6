"""Whether a figure is of the very one of several that a question names: 三期, of a level, for each.

二期 tells nothing of 三期, the money of all levels nothing of what the city gave, and 44张 for each
thousand not how many beds there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers.kinds import is_doing
from assistant.evidence.asked import wants_figure
from assistant.evidence.figure_candidates import LEVEL
from assistant.evidence.findings import Finding
from assistant.language.quantities import unit_family
from assistant.language.tokenizer import is_word
from assistant.question import figure_cues, statement_cues, stopwords
from assistant.question.places import blank
from assistant.schema import Indicator, Query
from assistant.text import fold_text

# A road by its number; of the numbered items of a cell, one tells of it.
_ROAD = re.compile(r"(?<![a-z\d])[gsx]\d{1,4}(?![a-z\d])|\d{2,4}(?:国道|省道|县道)")
_ITEM = re.compile(r"(?:^|(?<=[\s。；;]))\d{1,2}[.、．](?:\s+|(?=[^\d\s]))")
_STAGE = re.compile(r"(?<=[一-鿿])(?<![分学])[一二三四五六七八九十]期(?![间末限房货刊])")
_LEVEL = re.compile(r"(?<!全)([省市县区镇]|中央)级?(?=(?:财政)?(?:资金|补助|投入|专项|拨款))")
_WHOSE_LIST = re.compile(rf"(?:(?:{LEVEL.pattern})[、和]?)+级")
_FROM_LEVEL = re.compile(f"{_WHOSE_LIST.pattern}及?以上")
# "D类以上人才": a class that is told from others by its letter.
_CLASS = re.compile(r"(?<![a-z\d.])[a-z](?=类)")
# "“152”项目": what goes by a number in quotes.
_BY_NUMBER = re.compile(r"[\"“](\d{2,})[\"”]")
_FOR_EACH = re.compile(r"每[一百千万十]*(?:[名个位常户]|人口|人|老)")
_FOR_EACH_ASKED = re.compile(r"每|[人户]均|平均|[百千万]人")
# Births less deaths: neither of them, nor how many people there are.
_NATURAL = re.compile(r"自然(?:净?增[长加]?|减少?)(?!率)")
# What is measured, by its name: a 分数线 that no statement has is told by no other number.
_MEASURE = re.compile(r"[一-鿿]{2}(?:[线费价额值]|指数)$")

_NO_NOUN = re.compile(r"[到至为成了数量天日年月时期]$|变[化动]|增[减幅]|[升降涨跌]幅|差[距额别]")
_HOW_MANY = r"(?:一共|总共|共|分别|各)?[是有为达]?到?(?:多少|几)"
_OF_SOMETHING = re.compile(rf"率$|^(?:{stopwords.OF_ANYTHING.pattern})$")


def of_another_one(query: Query, found: Finding) -> bool:
    """True for what is not told of the one that a question names among others."""
    statement = found.statement
    title = statement.document.profile.title
    near = fold_text(f"{statement.text}\n{statement.labels}\n{title}")
    if statement_cues.NUMBERED.search(statement.folded) and _lacks_number(query, statement.folded):
        return True  # whatever the heading names
    if any(road not in _told_with(found) for road in _ROAD.findall(query.text)):
        return True
    if any(m.group() not in near for m in _STAGE.finditer(query.text)):
        return True
    if any(m[1] not in near for m in _BY_NUMBER.finditer(query.text)):
        return True
    if _is_of_another_class(query, found, near):
        return True
    if found.figure is None or not wants_figure(query):
        return False
    return (
        _lacks_number(query, near)
        or _lacks_level(query, near)
        or _is_of_another_level(query, found.figure)
        or _is_for_each(query, found)
        or (_NATURAL.search(query.text) is not None and not _NATURAL.search(fold_text(found.quote)))
        or _lacks_measure(query, found)
        or _lacks_name(query, found)
    )


def _told_with(found: Finding) -> str:
    """The numbered item that a statement stands in, else its whole row or paragraph, folded."""
    statement = found.statement
    cells = statement.row.cells.values() if statement.row is not None else ()
    cell = next((c for c in cells if c.start <= statement.start < c.end), None)
    text, start = (cell.text, cell.start) if cell else (statement.chunk.text, statement.chunk.start)
    starts = [m.start() for m in _ITEM.finditer(text)]
    if len(starts) < 2:
        return fold_text(f"{statement.chunk.text}\n{statement.labels}")
    at = statement.start - start
    before = [s for s in starts if s <= at]
    behind = [s for s in starts if s > at]
    return fold_text(text[(before or [0])[-1] : (behind or [len(text)])[0]])


def of_very_one(query: Query, found: Sequence[Finding], named: list[Finding]) -> list[Finding]:
    """Those that tell of the one whose number is asked for, where any does: 一期, 104国道.

    ``named`` are those of the findings that have the name which is asked for: beside them a row
    need not give it again.
    """
    asked = statement_cues.NUMBERED.findall(blank(query.text, query.slots.get("district", ())))
    rows = [f.statement.row for f in named if f.statement.row is not None]
    beside = [f for f in found if f in named or any(f.statement.row is row for row in rows)]
    kept = [f for f in beside if all(number in fold_text(f.quote) for number in asked)]
    return kept if asked and kept else named


def _lacks_number(query: Query, near: str) -> bool:
    """True for 二期, or no phase at all, where 三期 is asked for."""
    asked = blank(query.text, query.slots.get("district", ()))
    return any(m.group() not in near for m in statement_cues.NUMBERED.finditer(asked))


def _lacks_level(query: Query, near: str) -> bool:
    """True where no word is told of the level whose money is asked for: 市级资金."""
    levels = [m.group(1) for m in _LEVEL.finditer(query.text)]
    return any(not re.search(rf"{lv}(?:本?级|财政|资金|补助)|中央", near) for lv in levels)


def _is_of_another_level(query: Query, figure: Indicator) -> bool:
    """True for 全国防灾示范社区, where those of the province are asked for.

    Asked "市级以上", those of the province are some of them, and those of 区级以上 are others.
    """
    asked, told = (
        {
            level
            for words in _WHOSE_LIST.findall(text.replace("全国", "国家级"))
            for level in LEVEL.findall(words)
        }
        for text in (query.text, fold_text(figure.name))
    )
    some = "以上" in query.text and not _FROM_LEVEL.search(fold_text(figure.name))
    return bool(asked and told) and not asked & told and not some


def _is_of_another_class(query: Query, found: Finding, near: str) -> bool:
    """True for E类以上人才, or people of no class at all, where those of D类 are asked for."""
    asked = set(_CLASS.findall(query.text))
    name = fold_text(found.figure.name) if found.figure else ""
    told = set(_CLASS.findall(name)) or set(_CLASS.findall(near))
    return bool(asked) and not asked & told


def _is_for_each(query: Query, found: Finding) -> bool:
    """True for how many there are for each of many, where it is asked how many there are."""
    figure = found.figure
    if figure is None or _FOR_EACH_ASKED.search(f"{query.text}{query.name}"):
        return False
    if unit_family(figure.unit) == "元":
        return False  # a standard or an income is money for each of many anyhow
    before = found.statement.document.text[figure.start : figure.figure[0]]
    return _FOR_EACH.search(fold_text(f"{before}{figure.name}")) is not None


def _lacks_measure(query: Query, found: Finding) -> bool:
    missing = [w for w in found.match.missing if w in query.terms]
    one = len(figure_cues.FIGURE_ASKED.findall(query.text)) == 1
    one = one and not _counts_behind(query, missing)  # 解决企业多少个诉求 counts no 企业
    named = [w for w in missing if _MEASURE.search(w) or (one and _is_asked_last(w, query.text))]
    return any(stopwords.OF_ANYTHING.fullmatch(word) is None for word in named)


def _counts_behind(query: Query, missing: Sequence[str]) -> bool:
    """True where what is counted stands behind how many, and a statement has it."""
    held = [*query.indicators, *(w for w in query.terms if w not in missing)]
    counted = figure_cues.COUNTED.finditer(query.text)
    return any(query.text.startswith(w, m.end()) for m in counted for w in held)


def _is_asked_last(word: str, text: str) -> bool:
    """True for the noun whose amount is asked for: 在校生 of 幼儿园在校生有多少."""
    planned = any(pattern.search(word) for _, pattern in figure_cues.KINDS)
    if planned or not is_word(word) or is_doing(word) or _NO_NOUN.search(word):
        return False
    asked = rf"(?<!哪个)(?<!哪些){re.escape(word)}(?:人?数|数?量)?{_HOW_MANY}"
    return re.search(asked, text) is not None


def _lacks_name(query: Query, found: Finding) -> bool:
    """True where nothing is told of a thing but what anything has: no 满意率 of 政协提案."""
    figure, missing = found.figure, found.match.missing
    if not query.indicators or figure is None or figure.indicator in query.indicators:
        return False
    typed = [query.text[s:e] for s, e in query.slots.get("indicator", ())]
    if not all(any(name.endswith(word) for word in missing) for name in typed):
        return False
    held = [word for word in query.terms if word not in missing]
    return bool(typed and held) and all(is_doing(w) or _OF_SOMETHING.search(w) for w in held)
