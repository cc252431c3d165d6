"""Numbers that count nothing: dates, numbering, and digits that belong to names.

“152”工程, G60, 104国道, 5G, PM2.5, 1+6+X and “15分钟健身圈” are names; “最多80天” is a figure.
"""

from __future__ import annotations

import re

from assistant.language.units import unit_family

_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d{2} ?(?:[-—–~至到]{1,2} ?(?:19|20)?\d{2} ?)?年(?!限)"
    r"|(?<!\d)(?:19|20)\d{2}[-—–~]{1,2}(?:19|20)\d{2}(?!\d)"
    r"|(?<!\d)(?:19|20)\d{2}[-/]\d{1,2}(?:[-/]\d{1,2})?(?![\d%‰亿万])"
    r"|(?<!\d)(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])(?:\.\d{1,2})?(?=[-—–~至\s，,。；;)）]|$)"
    r"|(?<![\d.])\d{1,2} ?(?:[-—–~至到、和]{1,2} ?\d{1,2} ?){0,6}月(?:份|底|末|初)?"
    r"|(?<![\d.])\d{1,2} ?(?:[-—–~至到、]{1,2} ?\d{1,2} ?){0,12}[日号]"
    r"|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?"
    r"|(?<!\d)\d{2}年(?=度|底|末|上半年|下半年|[一二三四]季度|\d{1,2}月)"
    r"|前[ \u3000]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?月"
    r"|\d{1,3}周年|[一二三四五六七八九十百]{1,5}周年"
)
_NUMBERING = re.compile(r"\d{1,3} ?[.、．](?!\d)|\d{1,3}[)）]")
# "2.50个小区新增充电设施" is item 2 of a list: 50个. Things counted one by one have no decimals.
_ITEM = re.compile(
    r"(?:^|(?<=[\n\r]))[ \u3000\t]*([1-9]\d?\.)(?=[1-9]\d*[余多]?"
    r"(?:个(?!百分点|百分比|点)|[名人家户台所处条件项座栋幢辆场支部套宗])[^，,。；;\s\d%])"
)
_TITLE = re.compile(r"《[^《》\n]{1,80}》")
_ABBREVIATION = re.compile(r"(?<![A-Za-z\d])[A-Z]{2,6}$")
_RATE = re.compile("%|‰|个?百分点")
_PIECES = frozenset("台套部盏条辆只件把")  # in which nothing but devices is counted
_SERVED = re.compile(r"”|内|之?内|办|完成|审批|响应|到达|通过")


def closed_spans(text: str) -> dict[int, int]:
    """Positions inside dates, numbering and titles in 《》, each with the place to go on from."""
    closed: dict[int, int] = {}
    for match in _DATE.finditer(text):
        closed.update(dict.fromkeys(range(match.start(), match.end()), match.end()))
    for match in _NUMBERING.finditer(text):
        before = text[max(0, match.start() - 3) : match.start()].rstrip(" \u3000")
        if not before or before[-1] in "\n\r\t|。；;：:！？（(":
            closed[match.start()] = match.end()
    for match in _ITEM.finditer(text):
        closed[match.start(1)] = match.end()
    for match in _TITLE.finditer(text):
        closed.update(dict.fromkeys(range(match.start(), match.end()), match.end()))
    return closed


def is_name(text: str, start: int, end: int, unit: str, unit_end: int) -> bool:
    """Whether the digits belong to a name: G60, 5G, 2#, 1+6+X, “152”, PM2.5, A320."""
    before, after = text[start - 1 : start], text[end : end + 1]
    measured = bool(unit) and unit_family(unit) != "个"
    if before == "." and not _ends_item_number(text, start):
        return True
    if unit == "P" and before.isascii() and before.isalpha():
        return True  # P2P
    signed = before in ("+", "＋") and _RATE.match(unit)  # "同比+5.1%"
    if (before and before in "+#_@" and not signed) or after in ("+", "#"):
        return True
    if before == "-" and re.match(r"[A-Za-z\d]", text[start - 2 : start - 1] or " "):
        return True
    if re.match(r"[A-Za-z]", before) and not measured:
        # "配置AED72台" counts what goes by an abbreviation, and A320 is one.
        return not (unit in _PIECES and _ABBREVIATION.search(text[max(0, start - 8) : start]))
    if not unit and re.match(r"[A-Za-z]", after):
        return True
    if unit == "年" and not re.match(r"\d{1,3}$", text[start:end]):
        return True
    return is_quoted_name(text, start, measured, unit_end if unit else end)


def item_number(text: str) -> int:
    """Length of the number of a list item before the figure that opens the item, 0 for none.

    >>> item_number("2.50个小区新增充电设施"), item_number("2.5个百分点")
    (2, 0)
    """
    item = _ITEM.match(text)
    return item.end() if item else 0


def _ends_item_number(text: str, at: int) -> bool:
    line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return line + item_number(text[line:]) == at


def is_quoted_name(text: str, start: int, measured: bool, unit_end: int) -> bool:
    """In quotes a number is a name (“66条”, “15分钟健身圈”) unless it measures: “最多80天”."""
    window = text[max(0, start - 30) : start]
    opening = max(window.rfind("“"), window.rfind("「"))
    if (
        opening < 0
        or "”" in window[opening:]
        or "」" in window[opening:]
        or "\n" in window[opening:]
    ):
        return False
    rest = text[unit_end : unit_end + 30]
    closing = re.search(r"[”」]", rest)
    if closing is None or "\n" in rest[: closing.start()]:
        return False
    return not (measured and _SERVED.match(rest))
