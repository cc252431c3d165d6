"""A model's stream of text → whole sentences whose markers are written "[1]".

Pieces come in as the endpoint cuts them, in the middle of a marker too; nothing goes out before its
sentence is complete. What a sentence says is not looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST = 1200  # characters after which a sentence is given out though it has not ended
MOST_IN_RANGE = 20  # markers that "[1-20]" may stand for
_THOUGHT_BEGINS = re.compile(r"<think(?:ing)?>", re.IGNORECASE)
_THOUGHT_ENDS = re.compile(r"</think(?:ing)?>", re.IGNORECASE)
_TAG_BEGUN = re.compile(r"<[a-z]{0,8}$", re.IGNORECASE)
_OPEN, _CLOSE = r"\[［【〔", r"\]］】〕"
_WORD = r"(?:来源|出处|引用|引文|资料|文档|参考|见|source|ref|citation)"
_NUMBERS = r"\d{1,3}(?:\s*[,，、;；\-–—~～至]\s*\d{1,3})*"
_BRACKETED = re.compile(
    rf"[{_OPEN}]\s*\^?\s*(?:{_WORD}\s*[:：]?\s*)?({_NUMBERS})\s*[{_CLOSE}]", re.IGNORECASE
)
# Plain brackets hold figures too: only a word makes a marker of them.
_IN_WORDS = re.compile(
    rf"[(（]?\s*{_WORD}\s*[:：]?\s*({_NUMBERS})\s*[)）]?(?=[\s。！？!?；;,，]|$)", re.IGNORECASE
)
_RANGE = re.compile(r"(\d{1,3})\s*[-–—~～至]\s*(\d{1,3})")
_MARKERS = re.compile(r"(?:\s*\[\d+\])+")
_END = re.compile(r"[。！？!?]+[”’」』)）]*|\n")
# What may still belong to the sentence before: blanks, markers, one that is only begun.
_TAIL = re.compile(
    rf"(?:[ \t]*(?:[{_OPEN}][^{_CLOSE}\n]{{0,24}}[{_CLOSE}]|[(（]\s*{_WORD}[^)）\n]{{0,24}}[)）]))*"
)
_BEGUN = re.compile(rf"[ \t]*(?:[{_OPEN}][^{_CLOSE}\n]{{0,24}}|[(（][^)）\n]{{0,12}})?$")
# A model numbers its own list, and the document's numbers mean something else.
_NUMBERED_ITEM = re.compile(r"^(?:[-*•]\s*)?(?:\d{1,2}[.、．)）](?!\d)\s*|[-*•]\s+|[①-⑳]\s*)")
_DECORATION = re.compile(r"\*\*|__|^\s*#{1,6}\s+|^\s*```\w*\s*$|^\s*>\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One complete sentence, row of a table, or line; ``ends_line`` if a line break follows."""

    text: str
    ends_line: bool = False


def split_stream(pieces: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a stream as soon as each is complete, markers with them.

    >>> [s.text for s in split_stream(["增长6", "%。【", "1】新增3家[2", ", 3]。"])]
    ['增长6%[1]。', '新增3家[2][3]。']
    """
    waiting = ""
    for piece in without_thoughts(pieces):
        waiting += piece
        while (end := _end_of_first(waiting)) is not None:
            yield from _sentence(waiting[:end])
            waiting = waiting[end:]
    for line in waiting.splitlines(keepends=True):
        yield from _sentence(line)


def without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """Leave out what a reasoning model writes between <think> and </think>.

    >>> "".join(without_thoughts(["<thi", "nk>嗯", "[9]。</th", "ink>增长", "6%"]))
    '增长6%'
    """
    waiting, thinking = "", False
    for piece in pieces:
        waiting += piece
        while found := (_THOUGHT_ENDS if thinking else _THOUGHT_BEGINS).search(waiting):
            if not thinking:
                yield waiting[: found.start()]
            waiting, thinking = waiting[found.end() :], not thinking
        if not thinking:
            begun = _TAG_BEGUN.search(waiting)
            ready = begun.start() if begun else len(waiting)
            yield waiting[:ready]
            waiting = waiting[ready:]
    if not thinking:
        yield waiting


def _end_of_first(text: str) -> int | None:
    """Where the first sentence ends, its markers included; None while that is open."""
    for match in _END.finditer(text):
        if match.group() == "\n":
            return match.end()
        if _is_quoted(text[: match.start()]):
            continue
        tail = _TAIL.match(text, match.end())
        end = tail.end() if tail else match.end()
        if _BEGUN.match(text, end):
            return None
        if _END.match(text, end) and text[end] != "\n":
            continue  # "增长6%。[1]。"
        return end
    return len(text) if len(text) > LONGEST else None


def _is_quoted(text: str) -> bool:
    line = text.rpartition("\n")[2]
    return any(line.count(a) > line.count(b) for a, b in ("“”", "「」", "《》"))


def _sentence(text: str) -> Iterator[Sentence]:
    ends_line = text.endswith("\n")
    clean = marked(_NUMBERED_ITEM.sub("- ", _DECORATION.sub("", text.strip()).strip()))
    if clean:
        yield Sentence(clean, ends_line)


def marked(text: str) -> str:
    """Write every form of marker as "[1]", each once, in front of what ends the sentence.

    >>> marked("增长6%。【1】【2】"), marked("增长6%(来源1、3)。"), marked("增长6%[^2] [2]")
    ('增长6%[1][2]。', '增长6%[1][3]。', '增长6%[2]')
    >>> marked("| 甲区 | 6%［1-3］ |")
    '| 甲区 | 6%[1][2][3] |'
    """
    text = _IN_WORDS.sub(_plain, _BRACKETED.sub(_plain, text))
    text = _MARKERS.sub(lambda m: "".join(dict.fromkeys(re.findall(r"\[\d+\]", m.group()))), text)
    return re.sub(r"([。！？!?；;]+)((?:\[\d+\])+)[。]?$", r"\2\1", text)


def _plain(match: re.Match[str]) -> str:
    numbers = _RANGE.sub(_spread, match.group(1))
    return "".join(f"[{int(n)}]" for n in re.findall(r"\d+", numbers))


def _spread(match: re.Match[str]) -> str:
    first, last = int(match.group(1)), int(match.group(2))
    if not first <= last < first + MOST_IN_RANGE:
        return match.group()
    return ",".join(str(n) for n in range(first, last + 1))
