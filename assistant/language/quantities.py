"""Figures with their units, found in text.

Text comes in, :class:`Quantity` records with spans go out. What a figure is *about* is not decided
here; numbers that count nothing are passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from assistant.language.amounts import Quantity, base, same_quantity
from assistant.language.limits import LESS, NO_LESS, NO_MORE
from assistant.language.names_with_digits import closed_spans, is_name, is_quoted_name
from assistant.language.numerals import HALF_WIDTH, HAN_DIGITS, HAN_NUMBER, MAX_DIGITS, parse_number
from assistant.language.units import BASE_UNIT, SCALE, comparable, unit_family
from assistant.schema import SOFT_BREAK
from assistant.text import without_breaks

__all__ = [
    "Quantity",
    "base",
    "comparable",
    "find_quantities",
    "parse_number",
    "same_quantity",
    "unit_family",
]

_UNIT = re.compile(
    rf"(?P<gap>[ \u3000]?\n?)(?P<loose>[余多])?(?P<scale>{SCALE})?(?P<inner>[余多])?"
    rf"(?P<base>(?:{BASE_UNIT})(?:/(?:{BASE_UNIT}|[人年月日]))?)?(?P<outer>[余多](?!\d))?"
)
_TRAILING = re.compile(r"(?:及|和)?以上|以下|以内|之内|左右|上下")
_LEADING = re.compile(
    rf"({NO_LESS}|{NO_MORE}|超过|(?<!赶)超|高于|大于|多于|{LESS}|逾|(?<![附临靠最邻])(?:接近|将近|近)"
    r"|大约|(?<![签节条合预履续集])约|突破|[迈跨站跃]上|[迈跨]过|跨越"
    r"|(?<![爆打])破|(?<=[万亿])近|[≤≦≥≧＜＞]|(?<![\w\"'/=<>-])[<>])[ \u3000]?$"
)
_NUMBER = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?",
)
# "18. 08 亿元" and "163.\n4亿元": a blank or a line break after the point.
_BROKEN_NUMBER = re.compile(
    r"(\d+) ?\.[ \u3000\n]{1,2}(\d+)(?=[ \u3000]?(?:[亿万%‰元]|平方|个百分点))"
)
_RANGE = re.compile(
    rf"[ \u3000]?(?:{SCALE})?(?:{BASE_UNIT})?[ \u3000]?[-—–~至到]{{1,2}}[ \u3000]?(?=\d)"
)
_HAN_PERCENT = re.compile(rf"(百|千)分之([{HAN_NUMBER}点]+|\d+(?:\.\d+)?)")
_HAN_RUN = re.compile(rf"[{HAN_NUMBER}]+(?:点[{HAN_NUMBER}]+)?")
_TENTHS = re.compile(r"成([一二三四五六七八九半])?(?![立为功果员本都长效交熟套品因绩就衣])")
_ORDINAL = re.compile(
    rf"第[ \u3000]?(\d{{1,3}}|[{HAN_NUMBER}]{{1,4}})(?:[位名](?=[^\u4e00-\u9fff]|$))?"
)
_TOP = re.compile(
    rf"前[ \u3000]?(\d{{1,4}}|[{HAN_NUMBER}]{{1,3}})(?:[位名强](?=[^\u4e00-\u9fff]|$))?"
)
_FIRST = re.compile(r"首位(?!度)|榜首")
_BOUNDARY = re.compile(r"[ \u3000]*(?:[，。；、,;:：)）】\]|\t\n！？!?和及与/…]|$)")
_CANDIDATE = re.compile(rf"[\d{HAN_NUMBER}第前首榜]")
# A bare number is a figure only after a word that takes one: "创新指数253.6", "缩小至1.43".
_TAKES_NUMBER = re.compile(
    r"(?:[达为至到于是有超近约共计:：第前]|指数|倍差|系数|得分|总分|评分|比|率|数|值"
    r"|排名|名次|位列|位居)[ \u3000]*$"
)
_NEGATIVE = re.compile(
    r"(?:下降|减少|降低|负增长|回落|下滑|缩减|压减|下跌|收窄|减产|减收|放缓|减幅|降幅|跌幅|[降跌减])"
    r"(?:分别|均|了|达|为|约|超|近|过|[ \u3000])*$"
    r"|(?:降幅|跌幅|减幅)(?:收窄|扩大|控制|保持)(?:至|到|在)了?$"
    r"|(?:同比|环比|[较比](?:上年|去年|年初)(?:同期|[末底])?)(?:少[收支了约]*|减支)$"
    r"|(?:[，,；;：:]|^)[少减][收支]$"
    r"|[较比](?:上年|去年|上月|年初|上半年|[一二三四]季度)(?:同期|[末底])?(?:又|略)?[低慢降]了?$"
)
_LIST_JOINT = re.compile(r"[ \u3000]*(?:[、和及与]|以及)[ \u3000]*$")
_POINTS_FOLLOW = re.compile(r"(?:[、和与]-?\d+(?:\.\d+)?个?){0,3}[、和与]-?\d+(?:\.\d+)?个百分点")
_CONTINUITY = re.compile(r"(?:连续|蝉联|历时|满|已)$")
# 1.3.2, 1/3, and the parts of a whole as 11.2：39.5：49.3; "4.12/10万" is a rate.
_CHAIN = re.compile(r"(?:(?!/10万)[./+:：]\d+)+")
_PERCENT = re.compile(r"[ \u3000]?%")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_CUT = re.compile(rf"(?<=[\d.]){SOFT_BREAK}+(?=\d)")


def find_quantities(text: str, offset: int = 0) -> list[Quantity]:
    """Find the figures of a text, in order; spans are moved by ``offset``.

    >>> [(q.value_text, q.unit, q.sign) for q in find_quantities("完成161亿元,增速-6.5%")]
    [('161', '亿元', ''), ('-6.5', '%', '-')]
    >>> [(q.value_text, q.unit, q.qualifier) for q in find_quantities("超1.1万户,35万余人")]
    [('1.1', '万户', '超'), ('35', '万人', '余')]
    >>> [q.text for q in find_quantities("2023年1-11月,“152”工程,G60走廊,104国道,5G基站562个")]
    ['562个']
    """
    if SOFT_BREAK in text:
        return _across_breaks(text, offset)
    plain = text.translate(HALF_WIDTH)
    closed = closed_spans(plain)
    found: list[Quantity] = []
    position = 0
    while match := _CANDIDATE.search(plain, position):
        at = match.start()
        past = closed.get(at)
        if past is not None:
            position = past
            continue
        quantity, position = _read_at(plain, at, found)
        if quantity is not None:
            found.append(quantity)
    found = [_as_points(q, plain) for q in found]
    return [
        replace(q, text=text[q.start : q.end], start=q.start + offset, end=q.end + offset)
        for q in found
    ]


@lru_cache(maxsize=20_000)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Return the figures of a clause, a cell or a line, which is looked at more than once."""
    return tuple(find_quantities(text))


def _across_breaks(text: str, offset: int) -> list[Quantity]:
    r"""Read figures that lines cut before or in their unit; a number cut in two is none.

    >>> [q.text for q in find_quantities("达到\x1f3亿\x1f元,新增73\x1f56人")]
    ['3亿元']
    """
    clean, places = without_breaks(text)
    cut = {m.end() for m in _CUT.finditer(text)}
    found = find_quantities(clean)
    spans = [(q, places[q.start], places[q.end - 1] + 1) for q in found]
    return [
        replace(q, start=start + offset, end=end + offset)
        for q, start, end in spans
        if not any(start < at < end for at in cut)
    ]


def _as_points(quantity: Quantity, text: str) -> Quantity:
    """个 of "高7.6个、3.4个百分点" are 百分点 too."""
    if quantity.unit != "个" or _POINTS_FOLLOW.match(text, quantity.end) is None:
        return quantity
    return replace(quantity, unit="个百分点")


def _read_at(text: str, at: int, found: list[Quantity]) -> tuple[Quantity | None, int]:
    """Read a figure that begins at ``at``; the second result is where the search goes on."""
    first = text[at]
    if first in "首榜":
        match = _FIRST.match(text, at)
        return (
            (_rank(text, at, match.end(), 1, match.group()), match.end())
            if match
            else (None, at + 1)
        )
    if first in "第前":
        return _read_rank(text, at)
    if first.isdigit():
        return _read_arabic(text, at, found)
    return _read_han(text, at, found)


def _rank(text: str, start: int, end: int, value: Decimal | int, value_text: str) -> Quantity:
    return Quantity(text[start:end], value_text, Decimal(value), "", start, end)


def _read_rank(text: str, at: int) -> tuple[Quantity | None, int]:
    """第一, 第2名, 前五, but not 第一批, 第三产业, 前三季度, 前11个月."""
    match = (_ORDINAL if text[at] == "第" else _TOP).match(text, at)
    if match is None:
        return None, at + 1
    value = parse_number(match.group(1))
    if value is None or value == 0:
        return None, match.end()
    if _BOUNDARY.match(text, match.end()) is None:
        # "进入全省前20%": a share, whose qualifier is 前.
        percent = _PERCENT.match(text, match.end())
        if text[at] == "前" and percent:
            number = match.group(1)
            return Quantity("", number, value, "%", at, percent.end(), "前"), percent.end()
        return None, match.end() if text[at] == "第" else match.start(1)
    if text[at] == "前" and not re.search(
        r"[全国省市界球列居入在进到持围连达]$", text[at - 1 : at]
    ):
        return None, match.end()
    words = (
        re.sub(r"[位名强 \u3000]", "", match.group())
        if match.end(1) != match.end()
        else match.group()
    )
    return _rank(text, at, match.end(), value, words), match.end()


def _read_arabic(text: str, at: int, found: list[Quantity]) -> tuple[Quantity | None, int]:
    number, end = _arabic_number(text, at)
    if number is None:
        return None, end
    start, minus = _with_sign(text, at)
    high, high_end, low_unit_end = _range_end(text, end)
    unit, unit_end, loose = _unit_at(text, high_end if high is not None else end)
    stop = max(end, high_end if high is not None else end)
    if is_name(text, at, stop, unit, unit_end):
        return None, unit_end if unit else stop
    if not unit and _POINTS_FOLLOW.match(text, stop):
        unit, unit_end = "个百分点", stop  # "分别高1.6和2.2个百分点"
    if not unit and not _stands_alone(text, start, stop, number):
        return None, stop
    value = parse_number(number)
    high_value = parse_number(high) if high is not None else None
    if value is None or (not unit and high is not None):
        return None, stop
    written = f"-{number}" if minus else number
    if high is not None:
        written = re.sub(r"[ \u3000\n]", "", text[start:low_unit_end]) + high
    signed = -value if minus else value
    quantity = _finish(text, start, unit_end if unit else stop, written, signed, unit, loose, found)
    if high_value is not None:
        quantity = replace(quantity, high=high_value)
    return quantity, quantity.end


def _arabic_number(text: str, at: int) -> tuple[str | None, int]:
    """The number at ``at`` without blanks, or None for a chain such as 1.3.2, 0571-8888, 1/3."""
    broken = _BROKEN_NUMBER.match(text, at)
    before = text[max(0, at - 2) : at].rstrip(" \u3000")
    if broken and before and before[-1] not in "\n\t|。；;：:":
        return f"{broken.group(1)}.{broken.group(2)}", broken.end()
    match = _NUMBER.match(text, at)
    if match is None:
        return None, at + 1
    end = match.end()
    chain = _CHAIN.match(text, end)
    if chain:
        return None, chain.end()
    if len(match.group()) > MAX_DIGITS:
        return None, end
    return match.group().replace(" ", ""), end


def _with_sign(text: str, at: int) -> tuple[int, bool]:
    """Whether the number is negative ("增速-6.5%", not "5-7%"), and where it starts with a sign."""
    if at == 0 or text[at - 1] not in "-+＋":
        return at, False
    if at == 1 or re.match(r"[\u4e00-\u9fff(（,，、:：|\s]", text[at - 2]):
        return at - 1, text[at - 1] == "-"
    return at, False


def _range_end(text: str, end: int) -> tuple[str | None, int, int]:
    """The upper number of "5-7%" and "6%至7%", where it ends, and where the joint ends."""
    match = _RANGE.match(text, end)
    if match is None:
        return None, end, end
    number = _NUMBER.match(text, match.end())
    if number is None or len(number.group()) > MAX_DIGITS:
        return None, end, end
    return number.group(), number.end(), match.end()


def _unit_at(text: str, at: int) -> tuple[str, int, str]:
    """The unit that begins at ``at``, its end, and a 余 or 多 inside it."""
    match = _UNIT.match(text, at)
    if match is None:
        return "", at, ""
    scale, name = match["scale"] or "", match["base"] or ""
    gap = match["gap"]
    if not scale and not name:
        return "", at, ""
    # In a table of one cell a line "12\n家庭医生" is no 12家.
    if "\n" in gap and not re.match(r"亿|万|%|‰|个百分点|平方", scale + name):
        return "", at, ""
    loose = match["loose"] or match["inner"] or match["outer"] or ""
    return scale + name, match.end(), loose


def _stands_alone(text: str, start: int, end: int, number: str) -> bool:
    """Whether a number without a unit is a figure: a whole cell, or after 指数, 达, 至."""
    if not text[:start].strip() and not text[end:].strip():
        return _YEAR.fullmatch(number) is None
    if _BOUNDARY.match(text, end) is None:
        return False
    if _YEAR.fullmatch(number):
        return False
    return _TAKES_NUMBER.search(text[max(0, start - 6) : start]) is not None


def _read_han(text: str, at: int, found: list[Quantity]) -> tuple[Quantity | None, int]:
    percent = _HAN_PERCENT.match(text, at)
    if percent:
        value = parse_number(percent.group(2))
        if value is None:
            return None, percent.end()
        return _finish(
            text, at, percent.end(), percent.group(), value, "", "", found
        ), percent.end()
    run = _HAN_RUN.match(text, at)
    if run is None:
        return None, at + 1
    tenths = _TENTHS.match(text, run.end())
    if tenths:
        return _read_tenths(text, at, run.group(), tenths, found)
    return _read_han_count(text, at, run.end(), found)


def _read_tenths(
    text: str, at: int, digits: str, tenths: re.Match[str], found: list[Quantity]
) -> tuple[Quantity | None, int]:
    """九成, 两成五, 七成半."""
    value = parse_number(digits)
    if value is None or not 0 < value <= 10 or is_quoted_name(text, at, True, tenths.end()):
        return None, tenths.end()
    part = tenths.group(1)
    if part:
        value += Decimal("0.5") if part == "半" else Decimal(HAN_DIGITS[part]) / 10
    written = text[at : tenths.end()]
    return _finish(text, at, tenths.end(), written, value, "", "", found), tenths.end()


def _read_han_count(
    text: str, at: int, run_end: int, found: list[Quantity]
) -> tuple[Quantity | None, int]:
    """三所, 一百二十个, 近百家, 六百余场; not 一个, 百家, 亿元楼宇, 三年行动, 三位一体."""
    digits_end = run_end
    while digits_end > at and text[digits_end - 1] in "万亿":
        digits_end -= 1
    # "超百亿元" keeps its number 百 and its unit 亿元.
    number = text[at:digits_end]
    unit, unit_end, loose = _unit_at(text, digits_end)
    value = parse_number(number) if number else None
    if not unit or value is None or text[at - 1 : at] in ("第", "“", "点"):
        return None, run_end
    qualified = bool(loose) or _LEADING.search(text[max(0, at - 4) : at]) is not None
    bare_scale = number in ("百", "千")
    if (bare_scale and not qualified) or not _countable(text, at, number, unit):
        return None, run_end
    if is_quoted_name(text, at, False, unit_end):
        return None, unit_end
    quantity = _finish(text, at, unit_end, number, value, unit, loose, found)
    return quantity, quantity.end


def _countable(text: str, at: int, number: str, unit: str) -> bool:
    """Whether a Chinese numeral counts: 一个 and 三年 mostly do not, 连续三年 and 一所 do."""
    if unit in ("年", "岁"):
        return _CONTINUITY.search(text[max(0, at - 2) : at]) is not None
    if (
        unit in ("分", "次", "度", "方", "轮", "亿", "万")
        and len(number) == 1
        and number not in "十百千"
    ):
        return False
    return number != "一" or unit in ("家", "所", "座", "幢", "栋", "名", "处", "台", "套")


def _finish(
    text: str,
    start: int,
    end: int,
    written: str,
    value: Decimal,
    unit: str,
    loose: str,
    found: list[Quantity],
) -> Quantity:
    """Add what stands around the number: qualifier before or after, sign."""
    qualifier = loose
    tail = _TRAILING.match(text, end)
    if tail:
        end = tail.end()
        qualifier = tail.group().removeprefix("及").removeprefix("和")
    sign = "-" if value < 0 or _sign_before(text, start, found) else ""
    head = _LEADING.search(text[max(0, start - 5) : start])
    if head:
        start -= len(head.group())
        qualifier = qualifier if tail else head.group(1)
    return Quantity(text[start:end], written, value, unit, start, end, qualifier, sign)


def _sign_before(text: str, start: int, found: list[Quantity]) -> bool:
    """下降 before the number, or before the list that the number goes on ("下降15.89%、3.05%")."""
    window = text[max(0, start - 12) : start]
    if _NEGATIVE.search(window):
        return True
    if not found or start - found[-1].end > 4:
        return False
    return found[-1].sign == "-" and _LIST_JOINT.fullmatch(text[found[-1].end : start]) is not None
