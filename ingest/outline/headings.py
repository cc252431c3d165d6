"""Headings as Chinese documents number them: which line opens one, and how far it goes."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from assistant.schema import Span
from ingest.outline.lines import Line

_DIGITS = "一二三四五六七八九十百零〇两"
_FULLWIDTH = str.maketrans("０１２３４５６７８９", string.digits)

# Scheme by scheme, from the highest level down; the rank of a scheme is its place in this list.
# No scheme takes "3.5亿元" or "2023.5" for a number: no digit may follow the point.
_SCHEMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("编", re.compile(rf"第\s?([{_DIGITS}\d]{{1,4}})\s?(?:编|部分|篇)[、:：\s]?")),
    ("章", re.compile(rf"第\s?([{_DIGITS}\d]{{1,4}})\s?章[、:：\s]?")),
    ("节", re.compile(rf"第\s?([{_DIGITS}\d]{{1,4}})\s?节[、:：\s]?")),
    ("条", re.compile(rf"第\s?([{_DIGITS}\d]{{1,4}})\s?条[、:：\s]?(?!线|例|款)")),
    ("一、", re.compile(rf"([{_DIGITS}]{{1,3}})\s?[、.．]\s?")),
    ("(一)", re.compile(rf"[(（〔【]\s?([{_DIGITS}]{{1,3}})\s?[)）〕】][、.．]?\s?")),
    ("第一,", re.compile(rf"第([{_DIGITS}]{{1,3}})(?:[,，、]|[项件][:：])\s?")),
    ("1.", re.compile(r"([0-9０-９]{1,2})\s?(?:[、．]|[.。](?![0-9０-９]))\s?")),
    ("1.1", re.compile(r"([0-9]{1,2}\.[0-9]{1,2})[.、\s]\s?(?![0-9])")),
    ("1.1.1", re.compile(r"([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{1,2})[.、\s]?\s?(?![0-9.])")),
    ("(1)", re.compile(r"[(（]\s?([0-9０-９]{1,2})\s?[)）][、.．]?\s?")),
    ("1)", re.compile(r"([0-9０-９]{1,2})\s?[)）][、.．]?\s?")),
    ("①", re.compile(r"([①-⑳㈠-㈩⒈-⒛])[、.．]?\s?")),
    ("一是", re.compile(r"(一|二|三|四|五|六|七|八|九|十)[是要](?=[^\s])")),
)
_RANKS = {name: rank for rank, (name, _) in enumerate(_SCHEMES)}
# A line of its own without a number, and a sentence inside a paragraph: below all numbers.
UNNUMBERED_RANK = 50.0
INLINE_RANK = 60.0
# "【一、扩容增位】": the number and the words both stand in the brackets.
_BRACKETED = re.compile(r"【([^【】]{4,60})】(?=\s*(?:$|\S.{30}))")
_HASHES = re.compile(r"(#{1,6})\s*(?=\S)")

# Longer than this the first sentence is text, not a heading (the longest in the seeds has 41).
MAX_HEADING = 60
# A heading inside a paragraph without a number ("攻坚招商引资。聚焦…"): 15 characters in 001.
MAX_INLINE = 15

# "1.新增停车泊位5000个。" states a figure: it is an item of a list and not what is above one.
_FIGURE = re.compile(
    r"[0-9０-９.]+\s?[%％‰个家万亿元项公里亩户人套所平吨名件张辆座条次倍米处场部台间盏支栋幢岁天]|[0-9]+\.[0-9]"
)
_DONE = re.compile(
    r"完成|建成|投用|启用|启动|开工|竣工|获评|获批|荣获|获得|实现|成立|举办|印发|出台|新增|行动计划$"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: ``start`` is where its section begins, ``span`` its words undecorated.

    ``rank`` orders the levels, smaller is higher. ``number`` counts within its list, 0 where
    unknown. ``inline`` is true where text of the section follows in the same line, ``terminated``
    where that line ends a sentence.
    """

    rank: float
    number: int
    start: int
    span: Span
    text: str
    inline: bool = False
    terminated: bool = False


def states_figure(words: str) -> bool:
    """Whether words state a figure with its unit, which a heading does not.

    >>> states_figure("新增停车泊位5000个"), states_figure("深入实施8分钟应急圈")
    (True, False)
    """
    return _FIGURE.search(words) is not None


def parse_number(written: str) -> int:
    """Read a heading's number, 0 where it is none.

    >>> [parse_number(n) for n in ("十二", "3", "二十", "②", "2.4", "百")]
    [12, 3, 20, 2, 4, 100]
    """
    written = written.translate(_FULLWIDTH).rsplit(".", 1)[-1]
    if written.isdecimal():
        return int(written)
    for first in "①㈠⒈":
        if len(written) == 1 and 0 <= ord(written) - ord(first) < 20:
            return ord(written) - ord(first) + 1
    total, digit = 0, 0
    for char in written:
        if char in "十百":
            total, digit = total + (digit or 1) * (10 if char == "十" else 100), 0
        else:
            digit = {"零": 0, "〇": 0, "两": 2}.get(char) or "〇一二三四五六七八九".find(char)
    return total + max(digit, 0)


def find_heading(line: Line) -> Heading | None:
    """The numbered or marked heading that a line opens with, if any.

    >>> find_heading(Line(0, 18, "1.工业经济稳中有进。聚焦先进制造业。")).text
    '1.工业经济稳中有进'
    >>> find_heading(Line(0, 9, "3.5亿元用于民生。")) is None
    True
    """
    offset, hashes = 0, 0
    if (marks := _HASHES.match(line.text)) is not None:
        offset, hashes = marks.end(), len(marks[1])
    bold = line.text.startswith("**", offset)
    offset += 2 * bold
    close = line.text.find("**", offset) if bold else -1
    bracketed = _BRACKETED.match(line.text, offset)
    if bracketed is not None:
        offset, close = bracketed.start(1), bracketed.end(1)
    for name, pattern in _SCHEMES:
        if (marker := pattern.match(line.text, offset)) is not None:
            rank = hashes - 10 if hashes else _RANKS[name]
            number = parse_number(marker[1])
            return _numbered(line, rank, number, offset, marker.end(), close, name == "条")
    if hashes or (bold and close > offset and close >= len(line.text) - 3):
        end = close if bold and close > offset else len(line.text)
        return _heading(line, hashes - 10 if hashes else UNNUMBERED_RANK, 0, offset, end)
    return None


def _numbered(
    line: Line, rank: float, number: int, start: int, body: int, close: int, article: bool
) -> Heading | None:
    """The heading behind a number: up to closing asterisks, the first 。, a colon or a blank."""
    text, length = line.text, len(line.text)
    if body >= length:
        return None
    if close > body:
        return _heading(line, rank, number, start, close)
    stop = text.find("。", body, start + MAX_HEADING + 1)
    if 0 <= stop < length - 1:
        if not _FIGURE.search(text, body, stop):
            return _heading(line, rank, number, start, stop)
    elif (
        length - start <= MAX_HEADING
        and text[-1] not in "；;,，"
        and not (text[-1] == "。" and states_figure(text))
    ):
        return _heading(line, rank, number, start, length)
    colon = re.compile(r"[：:]").search(text, body, body + MAX_INLINE + 1)
    if colon is not None and not re.search(r"[,，。;；]", text[body : colon.start()]):
        return _heading(line, rank, number, start, colon.start())
    blank = re.compile(r"[\s\u3000]").search(text, body, body + 30)
    if blank is not None and re.fullmatch(r"[\w、“”《》]{4,}", text[body : blank.start()]):
        return _heading(line, rank, number, start, blank.start())
    return _heading(line, rank, number, start, body) if article else None


def _heading(line: Line, rank: float, number: int, start: int, end: int) -> Heading | None:
    words = line.text[start:end].rstrip(" \t\u3000。.*#：:")
    if not words:
        return None
    rest = line.text[end:].strip(" \t\u3000。*：:#")
    return Heading(
        rank,
        number,
        line.start,
        (line.start + start, line.start + start + len(words)),
        words,
        inline=bool(rest),
        terminated=line.text.rstrip("*")[-1:] in "。；;！!",
    )


def find_inline_headings(line: Line, body: int) -> list[Heading]:
    """Short sentences inside a long paragraph that name what the following ones tell.

    ``body`` is where the paragraph's text begins in the line, behind its own heading. In 001 six
    paragraphs of 500 to 1,500 characters are divided in this way and no other. The first sentence
    must be one, or three at least, since any paragraph may hold one short sentence.
    """
    if len(line.text) - body < 200:
        return []
    found: list[Heading] = []
    first = False
    sentences = list(re.finditer(r"[^。！？!?]+[。！？!?]?", line.text[body:]))
    for index, sentence in enumerate(sentences[:-1]):
        words = sentence[0]
        follows = len(sentences[index + 1][0])
        start = line.start + body + sentence.start()
        # "加快优化生态环境。开展新区环境综合整治提升工程。" in 001: the second tells the first.
        below = bool(found) and found[-1].span[1] + 1 == start
        if _names_a_part(words) and follows > len(words) and not below:
            text = words.rstrip("。")
            found.append(
                Heading(INLINE_RANK, 0, start, (start, start + len(text)), text, inline=True)
            )
            first = first or index == 0
    return found if first or len(found) >= 3 else []


def _names_a_part(sentence: str) -> bool:
    words = re.sub(r"[“”‘’《》]", "", sentence)
    return (
        sentence.endswith("。")
        and 5 <= len(words) - 1 <= MAX_INLINE
        and not re.search(r"[0-9０-９,，、;；:：()（）]", words)
        and not _DONE.search(words)
    )


_OFFICE = re.compile(r"(?:政府|委员会|管委会|(?:办公|督查|研究)室|局|队|中心|院|处|部|会)$")
_APPENDIX = re.compile(
    r"(?:注释|附注|注|名词解释|名词注释|附件?\d{0,2}|附录|附表\d{0,2})[:：]?|附[件录表]?\d{0,2}\s?[:：]\s?[^。；;，,]{4,40}"
)
_DATE_LINE = re.compile(
    r"[(（]?[\d〇○零一二三四五六七八九]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:.{1,4}日)?[)）]?"
)


def is_signature(line: Line) -> bool:
    """Whether a line is the office or the date under a document, or both side by side.

    >>> [is_signature(Line(0, 9, words)) for words in ("余姚市政府办公室", "2025年2月18日")]
    [True, True]
    """
    if len(line.text) > 40 or re.search(r"[。；;：:,，]", line.text):
        return False
    office, date = signed_by(line.text)
    return bool(date if not office else _OFFICE.search(office))


def signed_by(words: str) -> tuple[str, str]:
    """The office and the date of a signature, each empty where it has none.

    >>> signed_by("余姚市政府办公室"), signed_by("余姚市统计局  2025年2月")
    (('余姚市政府办公室', ''), ('余姚市统计局', '2025年2月'))
    """
    office, _, last = words.rpartition(" ") if " " in words else words.rpartition("\u3000")
    date = last if _DATE_LINE.fullmatch(last) else ""
    return (office.strip(), date) if date else (words, "")


def opens_appendix(line: Line) -> bool:
    """Whether a line stands over notes or annexes, which belong to no section above."""
    return _APPENDIX.fullmatch(line.text) is not None


def may_stand_unnumbered(line: Line) -> bool:
    """Whether a line is short and bare enough to be a heading without a number.

    >>> may_stand_unnumbered(Line(0, 9, "2023年工作回顾"))
    True
    >>> may_stand_unnumbered(Line(0, 10, "全年增长5.5%。"))
    False
    """
    words = line.text
    return (
        4 <= len(words) <= 30
        and words[-1] not in "。；;，,：:、！!？?…”）)》|"
        and not re.search(r"[|\t。；;：:]|^[-*•·—]|^\d+$|[〕\])）]\s?第?\d{1,4}号$", words)
        and len(re.findall(r"[一-龥]", words)) >= 4
        and not is_signature(line)
    )


def make_unnumbered(line: Line) -> Heading:
    """A heading without a number that takes up its whole line."""
    words = line.text.rstrip("：:")
    return Heading(UNNUMBERED_RANK, 0, line.start, (line.start, line.start + len(words)), words)


def find_opening_sentence(line: Line) -> Heading | None:
    """The short first sentence of a paragraph, which may name what the paragraph tells.

    >>> text = "经济运行稳中有进。" + "全年工业投资增长两成,服务业占比提高。" * 3
    >>> find_opening_sentence(Line(0, len(text), text)).text
    '经济运行稳中有进'
    """
    stop = line.text.find("。", 0, 30)
    words = line.text[:stop]
    if stop < 5 or len(line.text) - stop < 40 or words.count(",") + words.count("，") > 1:
        return None
    if re.search(r"[0-9０-９;；:：()（）]", words) or _DONE.search(words):
        return None
    return Heading(INLINE_RANK, 0, line.start, (line.start, line.start + stop), words, inline=True)
