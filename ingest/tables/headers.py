"""Recognise header rows and join headers of two rows; tell titles and chapter rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.language.columns import SERIAL, UNIT_HEADER
from ingest.tables.cells import cell_kind, squeeze
from ingest.tables.group_headings import is_marked

_LONGEST_NAME = 24
_HEADER_END = re.compile(
    r"(?:序号|编号|项次|项目|任务|内容|要求|目标|目标值|指标|单位|部门|主体|领导|负责人|责任人|联系人|牵头人|责任|"
    r"进展|完成|情况|进度|成效|时限|时间|期限|日期|节点|备注|类别|领域|名称|数值|总量|总额|增速|增长|增幅|增减|同比|"
    r"环比|比重|占比|比例|年度|月份|措施|举措|做法|地区|区县|县区|县市|市县|旗县|园区|区划|街道|镇街|乡镇|类型|分类|分工|金额|资金|投资|预算|"
    r"决算|说明|阶段|问题|计划|打算|安排|排名|位次|面积|人数|数量|地点|地址|位置|规模|性质|状态|方式|电话|事项|工作|"
    r"板块|方面|实际|合计|全[省市区县]|累计|来源|依据|标准|对象|范围|代码|是否[一-鿿]{1,6}|比上年|上年|绝对[值数额]|[A-Za-z]{1,6})$"
)
# Endings of one character are names only when the whole is short ("增长率", "户数", "行业").
_SHORT_HEADER_END = re.compile(r".{0,7}[数值额率量度业人]$")
_UNIT_TAIL = re.compile(r"(?:[(（\[][^()（）\[\]]{0,16}[)）\]]|[%％‰±]){1,3}$")
_PERIOD = re.compile(
    r"(?:(?:19|20)\d\d年?|(?:1?\d[-—~–至])?1?\d月|第?[一二三四1-4]季度|[上下]半年|全年|[本上去当]年|本月|“?十[一二三四五]五)"
    r"[^。；;，,]{0,14}"
)
_DATE_PART = re.compile(
    r"^(?:(?:19|20)\d\d年?(?:度)?|(?:截至|至)|(?:1?\d月?[-—~–至])?1?\d月(?:[份底末])?|第?[一二三四1-4]季度"
    r"|[上下]半年|全年|[本上去当]年)+"
)
# "牵头单位：区住建局" is a field and not a name of fields, "投资(单位：万元)" is one.
_SENTENCE_END = re.compile(r"[。；;！!？?，]|^[^(（]*[:：].")
_SERIAL_NAME = re.compile(SERIAL)
_CHAPTER = (
    re.compile(r"第[一二三四五六七八九十百]{1,4}[章编部篇]分?"),
    re.compile(r"[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[节条]"),
    re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"),
)
_TITLE = re.compile(
    r"#{0,6}\s{0,3}\**(?:(?:附[件表]|表)\s{0,3}[0-9一二三四五六七八九十]{0,3}[:：\-—.\s].{2,60}|"
    r".{2,60}(?:表|清单|一览|目录|台账|情况|名单|进展|分解|汇总|增长速度)(?:[(（].{1,20}[)）])?)\**"
)
_PAGE_NUMBER = re.compile(
    r"[-—–\s]{0,4}第?\s?\d{1,4}\s?页?(?:\s?[/／,，共]{1,2}\s?\d{1,4}\s?页?)?[-—–\s]{0,4}"
)
_REMARK = re.compile(r"备注|说明")


def is_header(texts: Sequence[str]) -> bool:
    """Tell a header row by its words.

    >>> is_header(("序号", "重点任务", "牵头单位")), is_header(("3", "完成任务", "商务局"))
    (True, False)
    >>> is_header(("指标", "2022年", "2023年增长(%)"))
    True
    """
    names = [squeeze(text) for text in texts if text]
    if len(names) < 2 or not all(may_be_name(name) for name in names):
        return False
    if cell_kind(names[0]) == "total":
        return False
    periods = sum(1 for name in names if _PERIOD.fullmatch(name))
    known = sum(1 for name in names if _is_known_name(name))
    if known == 1:
        return periods > 0 and periods + known == len(names)
    return known > 1 and periods + known >= 0.6 * len(names)


def may_be_name(name: str) -> bool:
    """Tell what may be a column's name: neither a figure nor a sentence.

    >>> may_be_name("环境整治"), may_be_name("94.6")
    (True, False)
    """
    if len(name) > _LONGEST_NAME or _SENTENCE_END.search(name):
        return False
    return bool(_PERIOD.fullmatch(name)) or cell_kind(name) not in ("serial", "number", "mark")


def _is_known_name(name: str) -> bool:
    if _PERIOD.fullmatch(name):
        return False
    bare = _UNIT_TAIL.sub("", name) or name
    return bool(_HEADER_END.search(bare) or _SHORT_HEADER_END.fullmatch(bare))


@lru_cache(maxsize=4096)
def is_header_name(text: str) -> bool:
    """Tell a single name that headers use.

    >>> is_header_name("牵头单位"), is_header_name("区商务局")
    (True, False)
    """
    name = squeeze(text)
    bare = _UNIT_TAIL.sub("", name) or name
    return 1 < len(bare) <= 14 and may_be_name(name) and _is_known_name(name)


@lru_cache(maxsize=4096)
def is_dated_name(text: str) -> bool:
    """Tell a header name that is a time, or something at a time.

    >>> is_dated_name("1-10月完成投资"), is_dated_name("2023年"), is_dated_name("2023年6月底开工")
    (True, True, False)
    >>> is_dated_name("截至10月底完成数")
    True
    """
    name = squeeze(text)
    dated = _DATE_PART.match(name) or _PERIOD.match(name)
    if not dated or len(name) > 16 or _SENTENCE_END.search(name):
        return False
    rest = _DATE_PART.sub("", name)
    return not rest or _is_known_name(rest)


def is_measure_name(text: str) -> bool:
    """Tell the header of a column of units of measure.

    >>> is_measure_name("计量单位"), is_measure_name("责任单位")
    (True, False)
    """
    return bool(UNIT_HEADER.fullmatch(squeeze(text)))


def is_serial_name(text: str) -> bool:
    """Tell the header of a column of serial numbers.

    >>> is_serial_name("序 号")
    True
    """
    return bool(_SERIAL_NAME.fullmatch(squeeze(text)))


def heads_numbers(texts: Sequence[str], below: Sequence[str]) -> bool:
    """Tell a header whose words are unknown by the numbers below it.

    >>> heads_numbers(("镇街", "签约", "开工"), ("甲镇", "12", "8"))
    True
    """
    names = [squeeze(text) for text in texts]
    if len(names) < 3 or abs(len(below) - len(names)) > 1:
        return False
    if not all(may_be_name(name) for name in names if name) or "" in names[1:]:
        return False
    figures = sum(1 for text in below[1:] if text and cell_kind(text) in ("number", "serial"))
    return 2 * figures >= len(below) - 1 > 0 and cell_kind(below[0] or "x") != "number"


def is_second_header(top: Sequence[str], below: Sequence[str], width: int) -> bool:
    """Tell the lower of two header rows.

    >>> is_second_header(("指标", "2022年", "2023年"), ("总量", "增速", "总量", "增速"), 5)
    True
    """
    names = [squeeze(text) for text in below if text]
    if not names or not all(may_be_name(name) for name in names):
        return False
    if any(is_serial_name(name) or len(name) > 14 for name in names):
        return False
    known = sum(1 for n in names if _is_known_name(n) or _PERIOD.fullmatch(n) or _is_measure(n))
    if 2 * known < len(names):
        return False
    if len(top) == width == len(below):
        return any(not a and b for a, b in zip(top, below, strict=True)) or len(set(top)) < width
    return _spread(top, below, width) is not None


def _is_measure(name: str) -> bool:
    return cell_kind(name.strip("()（）")) == "measure"


def join_headers(top: Sequence[str], below: Sequence[str], width: int) -> tuple[str, ...]:
    """Join two header rows to one name a column.

    >>> join_headers(("指标", "2022年", "2023年"), ("总量", "增速", "总量", "增速"), 5)
    ('指标', '2022年 总量', '2022年 增速', '2023年 总量', '2023年 增速')
    """
    spread = (top, below) if len(top) == width == len(below) else _spread(top, below, width)
    if spread is None:
        return tuple(top)
    joined: list[str] = []
    over = ""
    for upper, lower in zip(*spread, strict=True):
        over = upper or (over if lower else "")
        joined.append(over if not lower or over == lower else f"{over} {lower}".strip())
    return tuple(joined)


def _spread(
    top: Sequence[str], below: Sequence[str], width: int
) -> tuple[list[str], list[str]] | None:
    """Lay two rows over ``width`` columns: the upper names share the lower ones evenly."""
    upper = [name for name in top if name]
    lower = list(below)
    while lower and not lower[0]:
        lower.pop(0)
    single = width - len(lower)
    last = 1 if upper and _REMARK.search(upper[-1]) and single > 1 else 0
    shared = upper[single - last : len(upper) - last]
    if single < last or not shared or len(lower) % len(shared) or len(lower) == len(shared):
        return None
    each = len(lower) // len(shared)
    spread_top = [*upper[: single - last], *(n for name in shared for n in [name] * each)]
    spread_below = [""] * (single - last) + lower
    return spread_top + upper[len(upper) - last :], spread_below + [""] * last


def is_title(text: str) -> bool:
    """Tell a table's title from prose and from headings.

    >>> is_title("2024年重点工作任务进展情况表"), is_title("现将有关情况通报如下。")
    (True, False)
    """
    if len(text) > 80 or _SENTENCE_END.search(text) or opens_chapter(text.lstrip("#* ")):
        return False
    return bool(_TITLE.fullmatch(text))


def is_page_number(text: str) -> bool:
    """Tell a page number: "- 3 -", "第3页 共9页".

    >>> is_page_number("第3页 共9页"), is_page_number("3.开工")
    (True, False)
    """
    return len(text) <= 20 and bool(_PAGE_NUMBER.fullmatch(text))


def opens_chapter(text: str) -> bool:
    """Tell a numbered heading that stands alone, or one with a mark before it.

    >>> opens_chapter("一、致力提升产业竞争力,在发展上作出示范"), opens_chapter("1.完成A。")
    (True, False)
    """
    return len(text) <= 80 and "。" not in text and (_rank(text) is not None or is_marked(text))


def _rank(text: str) -> int | None:
    return next((rank for rank, scheme in enumerate(_CHAPTER) if scheme.match(text)), None)


def update_path(path: Sequence[str], heading: str) -> tuple[str, ...]:
    """Put a chapter row in its place below those of higher rank.

    >>> update_path(("一、经济", "(二)投资"), "(三)消费")
    ('一、经济', '(三)消费')
    """
    rank = _rank(heading)
    if rank is None:  # without a number: below the numbered ones, in place of its like
        return (*(above for above in path if _rank(above) is not None), heading)
    return (*(above for above in path if (_rank(above) or 0) < rank), heading)
