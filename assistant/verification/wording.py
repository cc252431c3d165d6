"""Whether the words of a sentence are those of its passages, of the question, or mere wording.

A name, a cause, a rank or a list item that stands in no passage shows as a word of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.language.tokenizer import is_word, segments
from assistant.question import stopwords
from assistant.text import fold_text, is_han
from assistant.verification.grounds import Ground, squeezed
from assistant.verification.verdicts import REACHED

_COVERED = 3  # characters in a row that are the passage's own, whatever words they are cut into
_CAUSES = re.compile(
    r"得益于|受益于|归功于|源于|因为|由于|导致|拉动|带动|促使|使得|从而|原因[是在]|受[^,;。]{1,10}影响"
)
_SCOPES = re.compile(
    r"全国|全省|全市|全球|世界|国家级|省级|市级|区级|首[次个批位家]|唯一|独家|全部|全员|[大绝]部分|多数|率先"
)
_COUNTED = re.compile(r"[一二两三四五六七八九十百]{1,3}(?:年|大|批|届|轮|期)")
# Of two that exclude each other the question may name the one that the passage is not about.
_CONTRASTS = re.compile(r"城镇|农村|进口|出口|第[一二三]产业|公办|民办|内资|国有|民营")
_DENIED = re.compile(r"(?:尚?未(?!来)|没有|没能|并非|不再|无法|停止|取消)[\u4e00-\u9fff]{0,2}")
_PAIR = 2
_REACH = 4  # characters that may stand between those of a word that is written in full elsewhere
_NEIGHBOURS = (
    8  # characters after 全省 in which its sentence and its passage must have a pair alike
)


def unknown_words(text: str, grounds: Sequence[Ground], asked: str, figures: bool) -> list[str]:
    """Return the content words of a sentence that neither passages nor question have.

    ``figures`` says whether the sentence has any: then words of a direction are held to them.
    """
    left = uncovered(text, [*(g.folded for g in grounds), *(g.labels for g in grounds)])
    words = [w for w in segments(left) if len(w) > 1 and all(is_han(char) for char in w)]
    folded = [*(g.folded for g in grounds), asked]
    alone = _left_alone(text, left, folded)
    return alone + [
        word
        for word in dict.fromkeys(words)
        if word not in stopwords.FUNCTION_WORDS
        and word not in stopwords.WORDING
        and not (figures and word in stopwords.DIRECTIONS)
        and not _stands(word, grounds, asked)
        and not _is_cut_wrong(word, text, folded)
    ]


def _is_cut_wrong(word: str, text: str, passages: Sequence[str]) -> bool:
    """True for 年规 in "2023年规上工业": no word, but the end of one and the start of another."""
    if len(word) != _PAIR or is_word(word):
        return False
    at = text.find(word)
    first, second = word[0], word[1]
    ends = second in stopwords.FUNCTION_WORDS and text[max(0, at - 1) : at + 1]
    starts = first in stopwords.FUNCTION_WORDS and text[at + 1 : at + 3]
    return any(_written_out(p, passage) for p in (ends, starts) if p for passage in passages)


def _left_alone(text: str, left: str, passages: Sequence[str]) -> list[str]:
    """Return single characters that change a word of the passage: 国控 where it has 市控."""
    found = []
    for match in re.finditer(r"[\u4e00-\u9fff](?=\|)|(?<=\|)[\u4e00-\u9fff]", left):
        at, char = match.start(), match.group()
        pairs = [
            p for p in (text[max(0, at - 1) : at + 1], text[at : at + 2]) if all(map(is_han, p))
        ]
        known = (
            char in stopwords.FUNCTION_WORDS
            or char in stopwords.WORDING
            or any(map(is_word, pairs))
        )
        if not known and not any(_written_out(p, passage) for p in pairs for passage in passages):
            found.append(char)
    return found


def uncovered(text: str, passages: Sequence[str]) -> str:
    """Blank what stands in a passage in one piece, so that it is not cut into other words.

    >>> uncovered("由发改局牵头", ["发改局|商务局"])
    '由|||牵头'
    """
    plain, at, kept = fold_text(text), 0, []
    if len(plain) != len(text):
        plain = text
    while at < len(plain):
        length = _longest_run(plain, at, passages)
        if length >= _COVERED:
            kept.append("|" * length)
            at += length
        else:
            kept.append(plain[at])
            at += 1
    return "".join(kept)


def _longest_run(text: str, at: int, passages: Sequence[str]) -> int:
    """How many Chinese characters from ``at`` stand in a passage in one piece."""
    length = 0
    end = at + _COVERED
    while end <= len(text) and all(map(is_han, text[at + length : end])):
        if not any(text[at:end] in passage for passage in passages):
            break
        length = end - at
        end += 1
    return length


def _stands(word: str, grounds: Sequence[Ground], asked: str) -> bool:
    if word in asked or any(g.means(word) for g in grounds):
        return True
    if any(_written_out(word, g.folded) for g in grounds) or _written_out(word, asked):
        return True
    # "原拱墅", "两区": a word of wording and one that stands.
    halves = [(word[:n], word[n:]) for n in range(1, len(word))]
    return any(
        all(
            p in stopwords.WORDING
            or p in stopwords.FUNCTION_WORDS
            or (len(p) > 1 and _found(p, grounds, asked))
            for p in pair
        )
        for pair in halves
    )


def _found(word: str, grounds: Sequence[Ground], asked: str) -> bool:
    return word in asked or any(g.names(word) for g in grounds)


@lru_cache(maxsize=4096)
def _written_out(word: str, text: str) -> bool:
    """True if a short form stands in full: 高企 in 高新技术企业, 车位 in 停车泊位."""
    pattern = f".{{0,{_REACH}}}?".join(map(re.escape, word))
    return re.search(pattern, text) is not None


def unproved_claims(text: str, grounds: Sequence[Ground], asked: str) -> Iterator[str]:
    """Yield causes, ranks, scopes, durations and denials that the passages do not have there."""
    yield from (m.group() for m in _CAUSES.finditer(text) if not _is_in(m, grounds))
    for match in _SCOPES.finditer(text):
        if not any(_is_scoped(match, g.folded) for g in grounds) and match.group() not in asked:
            yield match.group()
    for match in _COUNTED.finditer(text):
        if match.group() not in asked and not any(g.names(match.group()) for g in grounds):
            yield match.group()
    for match in _CONTRASTS.finditer(text):
        if not any(g.means(match.group()) for g in grounds):
            yield match.group()
    yield from _denied_elsewhere(text, grounds)
    yield from _denied_here(text, grounds)


def _is_in(match: re.Match[str], grounds: Sequence[Ground]) -> bool:
    return any(squeezed(match.group()) in ground.folded for ground in grounds)


def _denied_here(text: str, grounds: Sequence[Ground]) -> Iterator[str]:
    """Yield what a sentence denies and no passage does; verdicts are looked at by themselves."""
    judged = [m.span() for m in REACHED.finditer(text)]
    for match in _DENIED.finditer(text):
        told = any(start <= match.start() < end for start, end in judged)
        if not told and not any(g.names(match.group()) for g in grounds):
            yield match.group()


def _denied_elsewhere(text: str, grounds: Sequence[Ground]) -> Iterator[str]:
    """Yield what a sentence asserts and the passages only deny: 已经核定 of 尚未核定."""
    folded = "\n".join(g.folded for g in grounds)
    for match in re.finditer(r"(?:未(?!来)|没有|并非)([\u4e00-\u9fff]{2})", folded):
        word = match.group(1)
        denials = len(re.findall(rf"(?:未|没有|并非){word}", folded))
        if folded.count(word) > denials or word in stopwords.FUNCTION_WORDS:
            continue
        for found in re.finditer(word, text):
            if not re.search(r"未|没|非|不|是否", text[max(0, found.start() - 6) : found.start()]):
                yield found.group()


def _is_scoped(match: re.Match[str], folded: str) -> bool:
    """True if a passage has 全省 before what the sentence has after it."""
    word = match.group()
    said = re.split(r"[,;。、]", squeezed(match.string[match.end() :]))[0][:_NEIGHBOURS]
    pairs = {said[i : i + 2] for i in range(len(said) - 1)}
    for found in re.finditer(re.escape(word), folded):
        after = folded[found.end() :][: _NEIGHBOURS + 2]
        if not pairs or any(pair in after for pair in pairs):
            return True
    return False
